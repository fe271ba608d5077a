"""Trains the models that come with Wardlight.

Features are computed by Wardlight itself (``wardlight features``), never here, so that training and the running job cannot
differ. What leaves is a folder for each model: ``model.onnx``, ``manifest.json``, ``card.md``.
"""
