import hashlib
import json

import numpy as np
import pytest
from made_up import minutes, stays

from wardlight_training import anomaly, graph, sepsis
from wardlight_training.tables import Table


@pytest.fixture(scope="module")
def small_settings():
    kept = dict(sepsis.SETTINGS)
    sepsis.SETTINGS |= {"n_estimators": 30, "min_child_weight": 5, "learning_rate": 0.3}
    yield
    sepsis.SETTINGS |= kept


@pytest.fixture(scope="module")
def trained(tmp_path_factory, small_settings):
    folder = tmp_path_factory.mktemp("models")
    files = [folder / "a.csv.gz", folder / "b.csv.gz"]
    stays(1, 160).to_csv(files[0], index=False)
    stays(1001, 160).to_csv(files[1], index=False)
    sepsis.train(files, folder / "first")
    sepsis.train(files, folder / "second")
    minutes().to_csv(folder / "minutes.csv", index=False)
    anomaly.train([folder / "minutes.csv"], folder / "first")
    return folder


def manifest(folder, model):
    return json.loads((folder / model / "manifest.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("model", ["sepsis-6h-wearable", "anomaly"])
def test_a_model_comes_with_all_that_is_said_of_it(trained, model):
    folder = trained / "first"
    written = manifest(folder, model)
    file = folder / model / "model.onnx"
    assert written["sha256"] == hashlib.sha256(file.read_bytes()).hexdigest()
    assert len(written["golden"]) == 8
    assert all(len(row["features"]) == len(written["features"]) for row in written["golden"])
    assert {"test", "test-news2", "parity"} <= set(written["metrics"])
    card = (folder / model / "card.md").read_text(encoding="utf-8")
    assert written["sha256"] in card
    assert " nan" not in card


@pytest.mark.parametrize("model", ["sepsis-6h-wearable", "anomaly"])
def test_the_file_gives_what_the_manifest_says_also_for_missing_values(trained, model):
    written = manifest(trained / "first", model)
    rows = np.array(
        [[np.nan if value is None else value for value in row["features"]] for row in written["golden"]], dtype=np.float32
    )
    outputs = graph.run(trained / "first" / model / "model.onnx", rows)
    assert outputs == pytest.approx([row["output"] for row in written["golden"]], abs=1e-6)
    nothing = graph.run(trained / "first" / model / "model.onnx", np.full((3, rows.shape[1]), np.nan, dtype=np.float32))
    assert np.all((nothing >= 0) & (nothing <= 1))


def test_the_same_rows_give_the_same_file(trained):
    assert manifest(trained / "first", "sepsis-6h-wearable")["sha256"] == manifest(
        trained / "second", "sepsis-6h-wearable"
    )["sha256"]


def test_how_long_ago_something_was_measured_is_no_input(trained):
    assert not [name for name in manifest(trained / "first", "sepsis-6h-wearable")["features"] if "age-h" in name]


def test_a_faster_heart_never_lowers_the_risk(trained):
    written = manifest(trained / "first", "sepsis-6h-wearable")
    rows = np.full((50, len(written["features"])), 80, dtype=np.float32)
    rows[:, written["features"].index("heart-rate.now")] = np.linspace(40, 180, 50)
    outputs = graph.run(trained / "first" / "sepsis-6h-wearable" / "model.onnx", rows)
    assert np.all(np.diff(outputs) >= -1e-7)


def test_what_is_no_table_of_features_is_refused(tmp_path):
    (tmp_path / "other.csv").write_text("a,b\n1,2\n")
    with pytest.raises(SystemExit, match="stay"):
        Table.read([tmp_path / "other.csv"], "stay", ["hour"])
