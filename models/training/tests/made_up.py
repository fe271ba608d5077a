"""Tables in the format of ``wardlight features``, made up so that there is something to learn."""

import numpy as np
import pandas as pd

SOURCES = ["heart-rate", "respiratory-rate", "spo2", "temperature", "systolic-pressure", "mean-pressure"]
STATISTICS = ["now", "age-h", "mean-6h", "slope-6h"]


def stays(first: int, count: int, hours: int = 30) -> pd.DataFrame:
    random = np.random.default_rng(first)
    rows = []
    for number in range(first, first + count):
        septic = number % 4 == 0
        onset = 20
        for hour in range(hours):
            ill = max(0, hour - onset + 8) if septic else 0
            row = {"stay": f"p{number:06d}", "hour": hour, "label": int(septic and hour >= onset - 6)}
            row["news2"] = int(min(20, ill // 2 + random.integers(0, 4)))
            for source in SOURCES:
                level = 80 + (1 if source in ("heart-rate", "respiratory-rate") else -1) * ill + random.normal(0, 2)
                for statistic in STATISTICS:
                    missing = random.random() < 0.2
                    row[f"{source}.{statistic}"] = np.nan if missing else round(level, 2)
            row["shock-index.now"] = 0.7 + ill / 20
            row["age-years"] = 60.0
            row["hours-observed"] = hour + 1.0
            rows.append(row)
    return pd.DataFrame(rows)


def minutes(count: int = 40) -> pd.DataFrame:
    random = np.random.default_rng(1)
    rows = []
    for number in range(count):
        for kind in ("none", "tachycardia", "desaturation"):
            for step in range(30):
                label = int(kind != "none" and step >= 10)
                row = {"person": f"bidmc-{number:02d}", "second": 209 + 10 * step, "kind": kind, "label": label, "news2": label}
                for source in ("heart-rate", "respiratory-rate", "spo2"):
                    for statistic in ("z-1m", "z-3m", "step-1m", "spread-1m"):
                        moved = label and (source == "heart-rate") == (kind == "tachycardia")
                        row[f"{source}.{statistic}"] = random.normal(6 if moved else 0, 1)
                row["respiratory-rate.z-1m"] = np.nan
                rows.append(row)
    return pd.DataFrame(rows)
