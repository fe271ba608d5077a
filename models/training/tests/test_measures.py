import numpy as np
import pandas as pd
import pytest

from wardlight_training.figures import alarms_begun, calibration, of_hours
from wardlight_training.tables import part_of
from wardlight_training.utility import Utility


def stay(labels, name="p1"):
    return pd.DataFrame({"stay": name, "hour": range(len(labels)), "label": labels})


KNOWN = {
    "p000001": "train",
    "p000005": "test",
    "p000017": "validation",
    "p100001": "train",
    "p100006": "validation",
    "p100008": "test",
    "bidmc-01": "train",
    "bidmc-05": "test",
    "bidmc-35": "validation",
}
TEN_AND_TEN = stay([0] * 10 + [1] * 10)


def from_to(first, last):
    return np.array([first <= hour < last for hour in range(20)])


def test_utility_is_what_the_official_code_gives_for_a_short_stay():
    utility = Utility(stay([0, 0, 0, 0, 1, 1]))
    assert utility.total(np.array([0, 0, 1, 1, 1, 1], dtype=bool)) == pytest.approx(3.388888888888889)


@pytest.mark.parametrize(
    ("first", "last", "total", "normalised"),
    [(20, 20, -10, 0), (0, 20, 7.3, 0.988571), (10, 20, 5.0, 0.857143), (10, 11, -9.0, 0.057143), (16, 20, -2.666667, 0.419048)],
)
def test_utility_is_what_the_official_code_gives(first, last, total, normalised):
    utility = Utility(TEN_AND_TEN)
    assert utility.total(from_to(first, last)) == pytest.approx(total, abs=1e-6)
    assert utility.normalised(from_to(first, last)) == pytest.approx(normalised, abs=1e-6)


def test_false_alarms_cost_the_same_every_hour():
    assert Utility(stay([0] * 20)).total(from_to(0, 20)) == pytest.approx(-1.0)
    assert Utility(stay([0] * 20)).total(from_to(3, 6)) == pytest.approx(-0.15)


def test_figures_are_the_golden_ones():
    frame = stay([0, 1, 0, 1, 1, 0])
    figures = of_hours(frame, np.array([0.1, 0.4, 0.35, 0.8, 0.4, 0.7]), 0.4)
    assert figures["auroc"] == pytest.approx(0.777778, abs=1e-6)
    assert figures["auprc"] == pytest.approx(0.833333, abs=1e-6)


def test_calibration_finds_that_predictions_are_too_extreme():
    random = np.random.default_rng(3)
    logits = random.normal(-1, 2, 100_000)
    labels = random.random(100_000) < 1 / (1 + np.exp(-logits))
    intercept, slope = calibration(1 / (1 + np.exp(-2 * logits)), labels.astype(int))
    assert slope == pytest.approx(0.5, abs=0.02)
    assert intercept == pytest.approx(0, abs=0.04)


def test_an_alarm_begins_once_and_again_in_the_next_stay():
    frame = pd.concat([stay([0] * 4, "a"), stay([0] * 4, "b")], ignore_index=True)
    assert alarms_begun(frame, np.array([0, 1, 1, 0, 1, 1, 0, 1], dtype=bool)) == 3


def test_parts_never_change():
    # The names were looked up once; another split would let a model be tested on what it was trained on.
    assert {name: part_of(name) for name in KNOWN} == KNOWN
    parts = [part_of(f"p{number:06d}") for number in range(20_000)]
    assert parts.count("train") / len(parts) == pytest.approx(0.70, abs=0.01)
    assert parts.count("test") / len(parts) == pytest.approx(0.15, abs=0.01)
