package org.wardlight.station.trends;

import java.util.List;

/**
 * What one score said of one patient over some hours.
 *
 * @param from ms since 1970, inclusive
 * @param to ms since 1970, exclusive
 * @param runs oldest first; between them nothing is known
 */
public record ScoreHistory(String patientRef, String score, long from, long to, List<ScoreRun> runs) {

    /** Copies the list. */
    public ScoreHistory {
        runs = List.copyOf(runs);
    }
}
