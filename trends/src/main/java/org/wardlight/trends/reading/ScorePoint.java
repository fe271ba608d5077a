package org.wardlight.trends.reading;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One score of a patient.
 *
 * @param lower lower bound; absent when there is no score
 * @param upper upper bound; absent when there is no score
 * @param complete whether every input was known
 * @param bandLower band of the lower bound, such as {@code low-medium}; empty when there is no score
 * @param bandUpper band of the upper bound; empty when there is no score
 * @param missing parameters without a usable input, with commas
 * @param stale parameters whose input was too old to count, with commas
 * @param unavailable why there is no score; empty when there is one
 */
public record ScorePoint(
        Instant time,
        @Nullable Double lower,
        @Nullable Double upper,
        boolean complete,
        String bandLower,
        String bandUpper,
        String missing,
        String stale,
        String unavailable) {}
