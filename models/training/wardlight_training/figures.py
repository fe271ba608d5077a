"""Measures of hourly scores; the same as ``wardlight model evaluate`` prints."""

import numpy as np
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score, roc_auc_score

from .utility import Utility

HOURS_OF_DAY = 24
CLOSEST = 1e-7


def logit(values: np.ndarray) -> np.ndarray:
    clipped = np.clip(values.astype(np.float64), CLOSEST, 1 - CLOSEST)
    return np.log(clipped / (1 - clipped))


def calibration(values: np.ndarray, labels: np.ndarray) -> tuple[float, float]:
    """Intercept and slope of the outcomes on the logits of what was predicted."""
    fit = LogisticRegression(C=np.inf, tol=1e-10, max_iter=1000).fit(logit(values).reshape(-1, 1), labels)
    return float(fit.intercept_[0]), float(fit.coef_[0, 0])


def alarms_begun(frame: pd.DataFrame, alarms: np.ndarray, whose: str = "stay") -> int:
    """How often an alarm began: a row of alarm without one in the row before."""
    series = pd.Series(alarms.astype(int), index=frame.index)
    before = series.groupby(frame[whose]).shift(1, fill_value=0)
    return int(((series == 1) & (before == 0)).sum())


def lead_hours(frame: pd.DataFrame, alarms: np.ndarray) -> tuple[float, float]:
    """Of septic stays: share with an alarm in the twelve hours before sepsis, and the median lead of the first, in hours."""
    septic = frame.assign(alarm=alarms).groupby("stay").filter(lambda stay: stay["label"].max() == 1)
    leads = []
    stays = 0
    for _, stay in septic.groupby("stay"):
        stays += 1
        onset = stay.loc[stay["label"] == 1, "hour"].min() + 6
        heard = stay.loc[stay["alarm"] & (stay["hour"] >= onset - 12) & (stay["hour"] <= onset), "hour"]
        if not heard.empty:
            leads.append(onset - heard.min())
    return len(leads) / max(stays, 1), float(np.median(leads)) if leads else float("nan")


def of_hours(frame: pd.DataFrame, values: np.ndarray, threshold: float, probabilities: bool = True) -> dict[str, float]:
    """Every figure of one score on one set of rows."""
    labels = frame["label"].to_numpy()
    alarms = values >= threshold
    figures = {
        "stays": float(frame["stay"].nunique()),
        "septicStays": float((frame.groupby("stay")["label"].max() == 1).sum()),
        "rows": float(len(frame)),
        "utility": Utility(frame).normalised(alarms),
        "auroc": float(roc_auc_score(labels, values)),
        "auprc": float(average_precision_score(labels, values)),
        "threshold": float(threshold),
        "alertsPerPatientDay": alarms_begun(frame, alarms) / (len(frame) / HOURS_OF_DAY),
    }
    if probabilities:
        figures["calibrationIntercept"], figures["calibrationSlope"] = calibration(values, labels)
        figures["brier"] = float(np.mean((values - labels) ** 2))
    heard, lead = lead_hours(frame, alarms)
    figures["septicStaysWithAlarmIn12h"] = heard
    figures["medianLeadHours"] = lead
    return figures
