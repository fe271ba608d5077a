"""Writes what lies beside a model: its manifest."""

import json
import math
from pathlib import Path

import numpy as np

GOLDEN_ROWS = 8


def golden(rows: np.ndarray, outputs: np.ndarray) -> list[dict]:
    """Rows spread over the range of outputs, some with missing values, and what the model makes of them."""
    order = np.argsort(outputs, kind="stable")
    chosen = order[np.linspace(0, len(order) - 1, GOLDEN_ROWS).astype(int)]
    return [
        {
            "features": [None if math.isnan(value) else float(np.float32(value)) for value in rows[index]],
            "output": round(float(outputs[index]), 8),
        }
        for index in chosen
    ]


def rounded(metrics: dict[str, dict[str, float]]) -> dict[str, dict[str, float]]:
    """To six digits, without what is not a number."""
    return {
        name: {figure: float(f"{value:.6g}") for figure, value in figures.items() if math.isfinite(value)}
        for name, figures in metrics.items()
    }


def write_manifest(folder: Path, manifest: dict) -> None:
    text = json.dumps(manifest, indent=2, ensure_ascii=False, allow_nan=False)
    (folder / "manifest.json").write_text(text + "\n", encoding="utf-8")
