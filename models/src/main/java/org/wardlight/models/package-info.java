/**
 * Every score, without Flink: published rules and trained models under one contract, {@link
 * org.wardlight.models.ScoringModel}. {@link org.wardlight.models.ModelCatalog} opens what lies in a folder; {@code
 * features} computes what enters, {@code explanation} says why, {@code evaluation} how good it is.
 */
@NullMarked
package org.wardlight.models;

import org.jspecify.annotations.NullMarked;
