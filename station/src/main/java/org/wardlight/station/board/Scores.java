package org.wardlight.station.board;

import java.util.List;
import org.wardlight.events.v1.InputState;
import org.wardlight.events.v1.Score;
import org.wardlight.events.v1.ScorePart;
import org.wardlight.station.board.Tile.News2;
import org.wardlight.station.board.Tile.Part;

/** Writes a NEWS2 record as the board shows it. */
final class Scores {

    static final String NEWS2 = "news2";

    private Scores() {}

    static News2 news2(Score score) {
        boolean available = score.getUnavailable().isEmpty();
        int lower = (int) Math.round(score.getLower());
        int upper = (int) Math.round(score.getUpper());
        return new News2(
                available ? lower : null,
                available ? upper : null,
                score.getComplete(),
                available ? Words.band(score.getBandLower()) : null,
                available ? Words.band(score.getBandUpper()) : null,
                available ? (lower == upper ? "" + lower : lower + "-" + upper) : "--",
                score.getTimeMs(),
                Words.textOrNull(score.getScale()),
                parametersIn(score, InputState.MISSING),
                parametersIn(score, InputState.STALE),
                parametersIn(score, InputState.AGING),
                score.getPartsList().stream().map(Scores::part).toList(),
                Words.textOrNull(score.getUnavailable()));
    }

    private static List<String> parametersIn(Score score, InputState state) {
        return score.getPartsList().stream()
                .filter(part -> part.getState() == state)
                .map(ScorePart::getParameter)
                .toList();
    }

    private static Part part(ScorePart part) {
        String state = Words.idOrNull(part.getState());
        return new Part(
                part.getParameter(),
                part.getPointsLower(),
                part.getPointsUpper(),
                // Not said is not fresh.
                state == null ? "missing" : state,
                part.hasValue() ? part.getValue() : null,
                part.hasCode() ? Words.idOrNull(part.getCode()) : null,
                part.hasAgeMs() ? part.getAgeMs() : null);
    }
}
