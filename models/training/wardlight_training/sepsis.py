"""Trains ``sepsis-6h-wearable``: boosted trees on hourly vitals, Challenge 2019."""

from pathlib import Path

import numpy as np
import pandas as pd
import xgboost

from . import artifacts, card, graph
from .figures import calibration, logit, of_hours
from .tables import Table
from .utility import Utility

ID = "sepsis-6h-wearable"
VERSION = "1"
SEED = 7

INPUTS = {
    "heart-rate": ("HR", "/min", 20, 300, True),
    "respiratory-rate": ("RR", "/min", 2, 80, True),
    "spo2": ("SpO2", "%", 50, 100, True),
    "temperature": ("Temp", "Cel", 28, 43, True),
    "systolic-pressure": ("BP", "mm[Hg]", 30, 300, True),
    "diastolic-pressure": ("DBP", "mm[Hg]", 10, 220, False),
    "mean-pressure": ("MAP", "mm[Hg]", 20, 260, False),
}
FRESH_MINUTES = {"temperature": 720}
USUALLY_FRESH_MINUTES = 180

# How long ago something was measured says how worried a hospital was, not how ill a patient is; a wearable measures anyway.
# How much something varied has no direction in which it is worse.
LEFT_OUT = {"age-h", "sd-6h"}

# Faster, or lower in oxygen or pressure, or becoming so, never lowers the risk: what a nurse expects, and what keeps the risk
# of a patient who is getting worse quickly from falling, because in training a jump was often an artefact.
RISING = {"heart-rate", "respiratory-rate", "shock-index"}
FALLING = {"spo2", "systolic-pressure", "diastolic-pressure", "mean-pressure"}

SETTINGS = {
    "n_estimators": 600,
    "max_depth": 4,
    "learning_rate": 0.05,
    "min_child_weight": 200,
    "subsample": 0.7,
    "colsample_bytree": 0.5,
    "max_bin": 128,
    "tree_method": "hist",
    "objective": "binary:logistic",
    "eval_metric": "logloss",
    "early_stopping_rounds": 30,
    "n_jobs": 1,
    "random_state": SEED,
}


def chosen(features: list[str]) -> list[str]:
    return [name for name in features if name.partition(".")[2] not in LEFT_OUT]


def direction(name: str) -> int:
    """1 where more means a higher risk, -1 where less does, 0 where the data decide."""
    source = name.partition(".")[0]
    return 1 if source in RISING else -1 if source in FALLING else 0


class Trained:
    """The trees, and how their values become probabilities."""

    def __init__(self, table: Table, features: list[str], train: pd.DataFrame, validation: pd.DataFrame):
        settings = SETTINGS | {"monotone_constraints": tuple(direction(name) for name in features)}
        self.features = features
        self.table = table
        self.trees = xgboost.XGBClassifier(**settings)
        rows = table.values(validation, features)
        self.trees.fit(
            table.values(train, features), train["label"], eval_set=[(rows, validation["label"])], verbose=False
        )
        raw = self.trees.predict_proba(rows)[:, 1]
        self.intercept, self.slope = calibration(raw, validation["label"].to_numpy())
        values = self._calibrated(raw)
        candidates = np.quantile(values, np.linspace(0.5, 0.995, 200))
        self.threshold = Utility(validation).best_threshold(values, candidates)

    def probabilities(self, frame: pd.DataFrame) -> np.ndarray:
        return self._calibrated(self.trees.predict_proba(self.table.values(frame, self.features))[:, 1])

    def _calibrated(self, raw: np.ndarray) -> np.ndarray:
        return 1 / (1 + np.exp(-(self.intercept + self.slope * logit(raw))))


def train(files: list[Path], out: Path) -> None:
    table = Table.read(files, "stay", ["hour", "label", "news2"])
    features = chosen(table.features)
    model = Trained(table, features, table.part("train"), table.part("validation"))
    print(f"{model.trees.best_iteration + 1} trees, threshold {model.threshold:.4f}, calibration slope {model.slope:.3f}")
    folder = out / ID
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "model.onnx"
    best = model.trees.get_booster()[: model.trees.best_iteration + 1]
    trees = xgboost.XGBClassifier()
    trees.load_model(best.save_raw("ubj"))
    sha256 = graph.save(graph.boosted(trees, len(features), model.intercept, model.slope), file)
    test = table.part("test")
    rows = table.values(test, features)
    outputs = graph.run(file, rows)
    difference = float(np.max(np.abs(outputs - model.probabilities(test))))
    print(f"parity with the Python model on {len(test)} rows of the test part: {difference:.2e}")
    if difference > 1e-5:
        raise SystemExit("The ONNX file differs from the Python model.")
    metrics = measured(table, model, test, outputs.astype(np.float64))
    metrics["parity"] = {"rows": float(len(test)), "largestDifference": difference}
    manifest = described(table, model, metrics, sha256, artifacts.golden(rows, outputs))
    artifacts.write_manifest(folder, manifest)
    (folder / "card.md").write_text(card.of_sepsis(manifest), encoding="utf-8")
    for name in ("test", "test-news2"):
        print(name, {figure: round(value, 4) for figure, value in metrics[name].items()})


def measured(table: Table, model: Trained, test: pd.DataFrame, values: np.ndarray) -> dict[str, dict[str, float]]:
    """The report, on stays that were never trained on; NEWS2 beside it at the threshold that is best on validation."""
    validation = table.part("validation")
    points = validation["news2"].to_numpy(dtype=np.float64)
    news2_from = Utility(validation).best_threshold(points, np.arange(1, 16, dtype=np.float64))
    news2 = test["news2"].to_numpy(dtype=np.float64)
    metrics = {
        "test": of_hours(test, values, model.threshold),
        "test-news2": of_hours(test, news2, news2_from, probabilities=False),
    }
    for number, name in enumerate(["hospital-a", "hospital-b"][: table.frame["source"].nunique()]):
        own = (test["source"] == number).to_numpy()
        metrics[f"test-{name}"] = of_hours(test[own], values[own], model.threshold)
        metrics[f"test-{name}-news2"] = of_hours(test[own], news2[own], news2_from, probabilities=False)
    if table.frame["source"].nunique() > 1:
        metrics |= shifted(table)
    return metrics


def shifted(table: Table) -> dict[str, dict[str, float]]:
    """Another hospital: trained and set on the first one alone, measured on the test part of the second."""
    train, validation, test = (table.part(name) for name in ("train", "validation", "test"))
    model = Trained(
        table, chosen(table.features), train[train["source"] == 0], validation[validation["source"] == 0]
    )
    other = test[test["source"] == 1]
    return {"trained-on-a-tested-on-b": of_hours(other, model.probabilities(other), model.threshold)}


def described(table: Table, model: Trained, metrics: dict, sha256: str, golden: list[dict]) -> dict:
    train = table.part("train")
    sources = {name.partition(".")[0] for name in model.features}
    inputs = [
        {
            "id": name,
            "label": label,
            "unit": unit,
            "lowest": lowest,
            "highest": highest,
            "resolution": "hourly",
            "freshForMinutes": FRESH_MINUTES.get(name, USUALLY_FRESH_MINUTES),
            "required": required,
        }
        for name, (label, unit, lowest, highest, required) in INPUTS.items()
        if name in sources
    ]
    inputs += [
        {"id": "age-years", "label": "Age", "unit": "a", "lowest": 16, "highest": 100, "resolution": "static",
         "freshForMinutes": 0, "required": False},
        {"id": "hours-observed", "label": "Hours here", "unit": "h", "lowest": 1, "highest": 336, "resolution": "hourly",
         "freshForMinutes": 0, "required": False},
    ]
    return {
        "id": ID,
        "version": VERSION,
        "kind": "deterioration",
        "title": "Sepsis within 6 h",
        "intendedUse": "research",
        "population": {"minimumAgeYears": 16},
        "horizonHours": 6,
        "everySeconds": 60,
        "file": "model.onnx",
        "sha256": sha256,
        "inputTensor": graph.INPUT,
        "outputTensor": graph.OUTPUT,
        "inputs": [each for each in inputs if each["id"] in sources or each["resolution"] != "hourly"],
        "features": model.features,
        "minimumCompleteness": 0.6,
        "threshold": round(model.threshold, 6),
        "advisory": {"onDelaySeconds": 300, "offDelaySeconds": 900},
        "trainingData": [
            {
                "name": "PhysioNet/Computing in Cardiology Challenge 2019",
                "licence": "CC-BY 4.0, as published on PhysioNet",
                "citation": "Reyna et al., Crit Care Med 2020;48(2):210-217, doi 10.1097/CCM.0000000000004145;"
                " Goldberger et al., Circulation 2000;101(23):e215",
                "split": "by stay: crc32(id) mod 100; below 70 training, 70-84 validation, from 85 on test",
                "stays": int(train["stay"].nunique()),
                "rows": len(train),
                "events": int((train.groupby("stay")["label"].max() == 1).sum()),
            }
        ],
        "metrics": artifacts.rounded(metrics),
        "gates": [
            {"metric": "test.auroc", "atLeast": 0.75},
            {"metric": "test.utility", "above": "test-news2.utility"},
            {"metric": "test.auprc", "above": "test-news2.auprc"},
            {"metric": "test.calibrationSlope", "atLeast": 0.8, "atMost": 1.25},
        ],
        "golden": golden,
    }


