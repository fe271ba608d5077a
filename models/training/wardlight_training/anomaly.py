"""Trains ``anomaly``: how unlike a patient's own last quarter of an hour the last minute is.

Nobody in the recordings got worse, so what it is to find is laid over copies of them (``wardlight features minutes``). The
model is as simple as that allows: each feature counts by its squashed square, with a weight that is never negative.
"""

from pathlib import Path

import numpy as np
import pandas as pd
from scipy.optimize import minimize
from sklearn.metrics import average_precision_score, roc_auc_score

from . import artifacts, card, graph
from .figures import alarms_begun
from .tables import Table

ID = "anomaly"
VERSION = "1"

INPUTS = {
    "heart-rate": ("HR", "/min", 20, 300),
    "respiratory-rate": ("RR", "/min", 2, 80),
    "spo2": ("SpO2", "%", 50, 100),
}
# A disturbance is found when it is there to be seen: the last minute has to hold some of it.
SEEN_AFTER_SECONDS = 30
SECONDS_BETWEEN_ROWS = 10
HOUR_SECONDS = 3600
# In a recording without a disturbance, on validation.
ALARMS_PER_HOUR = 2.0
PENALTY = 1e-3


def squashed(rows: np.ndarray) -> np.ndarray:
    return np.arcsinh(np.nan_to_num(rows, nan=0.0).astype(np.float64)) ** 2


def fitted(rows: np.ndarray, labels: np.ndarray, counts: np.ndarray) -> tuple[np.ndarray, float]:
    """Logistic regression with weights of zero or more; ``counts`` says how much each row counts."""
    inputs = squashed(rows)
    share = counts / counts.sum()

    def loss(parameters):
        logits = inputs @ parameters[:-1] + parameters[-1]
        losses = np.logaddexp(0, logits) - labels * logits
        wrong = (1 / (1 + np.exp(-logits)) - labels) * share
        gradient = np.append(inputs.T @ wrong + 2 * PENALTY * parameters[:-1], wrong.sum())
        return float(losses @ share + PENALTY * parameters[:-1] @ parameters[:-1]), gradient

    columns = inputs.shape[1]
    found = minimize(
        loss, np.append(np.full(columns, 0.1), -2.0), jac=True, bounds=[(0, None)] * columns + [(None, None)]
    )
    return found.x[:-1], float(found.x[-1])


def marked(table: Table) -> pd.DataFrame:
    """Rows whose label is sure: those in which a disturbance has only begun are left out."""
    frame = table.frame
    begins = frame[frame["label"] == 1].groupby(["person", "kind"])["second"].transform("min")
    fresh = (frame["second"] - begins.reindex(frame.index)) < SEEN_AFTER_SECONDS
    return frame[~fresh.fillna(False)]


def train(files: list[Path], out: Path) -> None:
    table = Table.read(files, "person", ["second", "kind", "label", "news2"])
    table = Table(marked(table), table.features)
    features = table.features
    parts = table.part("train")
    # Each person counts the same, however long the recording, and so do both labels.
    sizes = parts.groupby(["person", "label"])["second"].transform("size")
    weights, intercept = fitted(
        table.values(parts, features), parts["label"].to_numpy(), 1 / sizes.to_numpy(dtype=np.float64)
    )
    folder = out / ID
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "model.onnx"
    sha256 = graph.save(graph.squashed_logistic(weights, intercept), file)
    validation, test = table.part("validation"), table.part("test")
    threshold = quiet_threshold(validation, graph.run(file, table.values(validation, features)))
    rows = table.values(test, features)
    outputs = graph.run(file, rows)
    expected = 1 / (1 + np.exp(-(squashed(rows) @ weights + intercept)))
    difference = float(np.max(np.abs(outputs - expected)))
    print(f"parity with the Python model on {len(test)} rows of the test part: {difference:.2e}")
    if difference > 1e-5:
        raise SystemExit("The ONNX file differs from the Python model.")
    metrics = measured(test, outputs.astype(np.float64), threshold)
    metrics["parity"] = {"rows": float(len(test)), "largestDifference": difference}
    manifest = described(table, threshold, metrics, sha256, artifacts.golden(rows, outputs))
    artifacts.write_manifest(folder, manifest)
    (folder / "card.md").write_text(card.of_anomaly(manifest), encoding="utf-8")
    print("weights", {name: round(float(weight), 3) for name, weight in zip(features, weights)}, "threshold", round(threshold, 4))
    for name, figures in metrics.items():
        print(name, {figure: round(value, 4) for figure, value in figures.items()})


def alarms_an_hour(frame: pd.DataFrame, alarms: np.ndarray) -> float:
    quiet = (frame["kind"] == "none").to_numpy()
    hours = quiet.sum() * SECONDS_BETWEEN_ROWS / HOUR_SECONDS
    return float(alarms_begun(frame[quiet], alarms[quiet], "person") / hours)


def quiet_threshold(frame: pd.DataFrame, values: np.ndarray) -> float:
    """The least threshold at which people without a disturbance raise few alarms."""
    for threshold in np.linspace(0.3, 0.99, 70):
        if alarms_an_hour(frame, values >= threshold) <= ALARMS_PER_HOUR:
            return float(threshold)
    return 0.99


def measured(test: pd.DataFrame, values: np.ndarray, threshold: float) -> dict[str, dict[str, float]]:
    """The report, on people who were never trained on, beside NEWS2 of what the devices measure."""
    news2 = test["news2"].to_numpy(dtype=np.float64)
    labels = test["label"].to_numpy()

    def of(scores, from_value):
        return {
            "people": float(test["person"].nunique()),
            "rows": float(len(test)),
            "auroc": float(roc_auc_score(labels, scores)),
            "auprc": float(average_precision_score(labels, scores)),
            "threshold": float(from_value),
            "sensitivity": float(np.mean(scores[labels == 1] >= from_value)),
            "alarmsPerQuietHour": alarms_an_hour(test, scores >= from_value),
        }

    metrics = {"test": of(values, threshold), "test-news2": of(news2, 5)}
    undisturbed = (test["kind"] == "none").to_numpy()
    for kind in sorted(set(test["kind"]) - {"none"}):
        rows = ((test["kind"] == kind) & (test["label"] == 1)).to_numpy() | undisturbed
        happened = labels[rows]
        metrics[f"test-{kind}"] = {
            "auroc": float(roc_auc_score(happened, values[rows])),
            "sensitivity": float(np.mean(values[rows][happened == 1] >= threshold)),
        }
        metrics[f"test-{kind}-news2"] = {"auroc": float(roc_auc_score(happened, news2[rows]))}
    return metrics


def described(table: Table, threshold: float, metrics: dict, sha256: str, golden: list[dict]) -> dict:
    train = table.part("train")
    split = "by person: crc32(id) mod 100; below 70 training, 70-84 validation, from 85 on test"

    def data(name, licence, citation, prefix):
        own = train[train["person"].str.startswith(prefix)]
        return {
            "name": name,
            "licence": licence,
            "citation": citation,
            "split": split,
            "stays": int(own["person"].nunique()),
            "rows": len(own),
            "events": int(own[own["label"] == 1].groupby(["person", "kind"]).ngroups),
        }

    return {
        "id": ID,
        "version": VERSION,
        "kind": "anomaly",
        "title": "Unlike the last minutes",
        "intendedUse": "research",
        "population": {},
        "horizonHours": 0,
        "everySeconds": 10,
        "file": "model.onnx",
        "sha256": sha256,
        "inputTensor": graph.INPUT,
        "outputTensor": graph.OUTPUT,
        "inputs": [
            {
                "id": name,
                "label": label,
                "unit": unit,
                "lowest": lowest,
                "highest": highest,
                "resolution": "10 s",
                "freshForMinutes": 1,
                "required": True,
            }
            for name, (label, unit, lowest, highest) in INPUTS.items()
        ],
        "features": table.features,
        "minimumCompleteness": 0.33,
        "threshold": round(threshold, 6),
        "advisory": {"onDelaySeconds": 60, "offDelaySeconds": 300},
        "trainingData": [
            data(
                "BIDMC PPG and Respiration",
                "ODC-BY 1.0, as published on PhysioNet",
                "Pimentel et al., IEEE Trans Biomed Eng 2017;64(8):1914-1923, doi 10.13026/C2208R;"
                " Goldberger et al., Circulation 2000;101(23):e215",
                "bidmc",
            ),
            data(
                "Stress-Predict",
                "MIT",
                "Iqbal et al., Sensors 2022;22(21):8135, doi 10.3390/s22218135",
                "S",
            ),
        ],
        "metrics": artifacts.rounded(metrics),
        "gates": [
            {"metric": "test.auroc", "above": "test-news2.auroc"},
            {"metric": "recorded-deterioration.auroc", "atLeast": 0.75},
        ],
        "golden": golden,
    }
