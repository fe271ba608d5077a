"""Reads exported features and splits them by person, for ever in the same way."""

import zlib
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd

TRAIN_BELOW = 70
VALIDATION_BELOW = 85


def part_of(identity: str) -> str:
    """``train``, ``validation`` or ``test``: decided by the name alone, so that it never changes."""
    place = zlib.crc32(identity.encode("utf-8")) % 100
    if place < TRAIN_BELOW:
        return "train"
    return "validation" if place < VALIDATION_BELOW else "test"


@dataclass(frozen=True)
class Table:
    """Rows of features and what belongs to them; the columns that say whose they are come first in ``frame``."""

    frame: pd.DataFrame
    features: list[str]

    @staticmethod
    def read(files: list[Path], whose: str, about: list[str]) -> "Table":
        """Reads files with the columns ``whose``, those of ``about``, and features; ``source`` becomes the file's number."""
        frames = []
        for number, file in enumerate(files):
            frame = pd.read_csv(file)
            frame.insert(0, "source", number)
            frames.append(frame)
        frame = pd.concat(frames, ignore_index=True)
        missing = [column for column in [whose, *about] if column not in frame.columns]
        if missing:
            raise SystemExit(f"These are no exported features: the columns {missing} are missing.")
        parts = {identity: part_of(str(identity)) for identity in frame[whose].unique()}
        frame.insert(1, "part", frame[whose].map(parts))
        known = {"source", "part", whose, *about}
        return Table(frame, [column for column in frame.columns if column not in known])

    def part(self, name: str) -> pd.DataFrame:
        return self.frame[self.frame["part"] == name]

    def values(self, frame: pd.DataFrame, features: list[str]) -> np.ndarray:
        """As the model gets them: float32, NaN where missing."""
        return frame[features].to_numpy(dtype=np.float32)
