package org.wardlight.stream.patient;

import org.wardlight.stream.scoring.ModelSpecs;

/** By what a patient is scored: the grid of NEWS2, and the models that are asked. */
record ScoringRules(ScorePolicy policy, ModelSpecs models) {}
