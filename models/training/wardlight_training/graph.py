"""ONNX graphs that take raw units, NaN where missing, and give a calibrated value from 0 to 1."""

import hashlib
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import xgboost
from onnx import TensorProto, helper, numpy_helper
from onnxmltools import convert_xgboost
from onnxmltools.convert.common.data_types import FloatTensorType

INPUT = "features"
OUTPUT = "probability"
OPSET = 15
SMALLEST = 1e-7


def _constant(name: str, values, dtype=np.float32):
    return numpy_helper.from_array(np.asarray(values, dtype=dtype), name)


def boosted(booster: xgboost.XGBClassifier, columns: int, intercept: float, slope: float) -> onnx.ModelProto:
    """Boosted trees, then ``sigmoid(intercept + slope * logit)`` of what they say."""
    model = convert_xgboost(booster, initial_types=[(INPUT, FloatTensorType([None, columns]))], target_opset=OPSET)
    graph = model.graph
    probabilities = graph.output[1].name
    graph.initializer.extend(
        [
            _constant("second", [1], np.int64),
            _constant("smallest", SMALLEST),
            _constant("largest", 1 - SMALLEST),
            _constant("one", 1.0),
            _constant("slope", slope),
            _constant("intercept", intercept),
        ]
    )
    graph.node.extend(
        [
            helper.make_node("Gather", [probabilities, "second"], ["raw"], axis=1),
            helper.make_node("Clip", ["raw", "smallest", "largest"], ["clipped"]),
            helper.make_node("Sub", ["one", "clipped"], ["rest"]),
            helper.make_node("Div", ["clipped", "rest"], ["odds"]),
            helper.make_node("Log", ["odds"], ["logit"]),
            helper.make_node("Mul", ["logit", "slope"], ["stretched"]),
            helper.make_node("Add", ["stretched", "intercept"], ["shifted"]),
            helper.make_node("Sigmoid", ["shifted"], [OUTPUT]),
        ]
    )
    if not any(opset.domain == "" for opset in model.opset_import):
        model.opset_import.append(helper.make_opsetid("", OPSET))
    del graph.output[:]
    graph.output.append(helper.make_tensor_value_info(OUTPUT, TensorProto.FLOAT, [None, 1]))
    return _named(model)


def squashed_logistic(weights: np.ndarray, intercept: float) -> onnx.ModelProto:
    """``sigmoid(intercept + sum of weight * asinh(feature)^2)``; a missing feature adds nothing."""
    columns = len(weights)
    nodes = [
        helper.make_node("IsNaN", [INPUT], ["missing"]),
        helper.make_node("Where", ["missing", "zero", INPUT], ["known"]),
        helper.make_node("Asinh", ["known"], ["squashed"]),
        helper.make_node("Mul", ["squashed", "squashed"], ["squared"]),
        helper.make_node("Gemm", ["squared", "weights", "intercept"], ["logit"]),
        helper.make_node("Sigmoid", ["logit"], [OUTPUT]),
    ]
    graph = helper.make_graph(
        nodes,
        "wardlight",
        [helper.make_tensor_value_info(INPUT, TensorProto.FLOAT, [None, columns])],
        [helper.make_tensor_value_info(OUTPUT, TensorProto.FLOAT, [None, 1])],
        [
            _constant("zero", 0.0),
            _constant("weights", np.asarray(weights).reshape(columns, 1)),
            _constant("intercept", [intercept]),
        ],
    )
    return _named(helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)]))


def _named(model: onnx.ModelProto) -> onnx.ModelProto:
    """Nothing in the file says when or by whom it was made, so that the same training gives the same file."""
    model.producer_name = "wardlight"
    model.producer_version = ""
    model.doc_string = ""
    model.graph.name = "wardlight"
    model.ir_version = min(model.ir_version, 9)
    onnx.checker.check_model(model)
    return model


def save(model: onnx.ModelProto, file: Path) -> str:
    """Writes it and returns its SHA-256."""
    content = model.SerializeToString(deterministic=True)
    file.write_bytes(content)
    return hashlib.sha256(content).hexdigest()


def run(file: Path, rows: np.ndarray) -> np.ndarray:
    """What ONNX Runtime makes of rows, as the job asks it: one thread."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    session = onnxruntime.InferenceSession(str(file), options, providers=["CPUExecutionProvider"])
    return session.run([OUTPUT], {INPUT: rows})[0].reshape(-1)
