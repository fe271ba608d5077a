package org.wardlight.models.news2;

import java.util.List;
import org.wardlight.events.v1.InputState;
import org.wardlight.events.v1.RiskBand;
import org.wardlight.events.v1.Score;
import org.wardlight.events.v1.ScoreFailure;
import org.wardlight.events.v1.ScoreKind;
import org.wardlight.events.v1.Spo2Scale;

/**
 * A NEWS2 as the interval that its inputs allow, 0 to 20 points, with the reasons.
 *
 * @param lower sum of what is known: act on this one, it cannot be less
 * @param upper the same with the most for everything that is not known; equal to {@code lower} when complete
 * @param complete whether all seven were known
 * @param bandLower risk by the known points
 * @param bandUpper risk by the upper points; when it differs from {@code bandLower}, the score is ambiguous
 * @param red whether one parameter is known to give 3 points
 * @param parts the seven shares, in the order of {@link News2Parameter}
 * @param spo2Scale the scale of oxygen saturation that was used
 */
public record News2Score(
        int lower,
        int upper,
        boolean complete,
        RiskBand bandLower,
        RiskBand bandUpper,
        boolean red,
        List<News2Part> parts,
        Spo2Scale spo2Scale) {

    // The urgent and the emergency threshold of the Royal College of Physicians, NEWS2, 2017, chart 3.
    private static final int MEDIUM_FROM = 5;
    private static final int HIGH_FROM = 7;

    public News2Score {
        parts = List.copyOf(parts);
    }

    static News2Score of(List<News2Part> parts, Spo2Scale scale) {
        int lower = 0;
        int upper = 0;
        boolean complete = true;
        boolean red = false;
        boolean maybeRed = false;
        for (News2Part part : parts) {
            lower += part.pointsLower();
            upper += part.pointsUpper();
            complete &= part.isKnown();
            red |= part.isRed();
            maybeRed |= part.pointsUpper() == News2Part.RED;
        }
        return new News2Score(lower, upper, complete, band(lower, red), band(upper, maybeRed), red, parts, scale);
    }

    private static RiskBand band(int total, boolean anyThree) {
        if (total >= HIGH_FROM) {
            return RiskBand.BAND_HIGH;
        }
        if (total >= MEDIUM_FROM) {
            return RiskBand.BAND_MEDIUM;
        }
        return anyThree ? RiskBand.BAND_LOW_MEDIUM : RiskBand.BAND_LOW;
    }

    /** Whether the missing values could change what has to be done. */
    public boolean ambiguous() {
        return bandLower != bandUpper;
    }

    /** The parameters that were never measured, by id. */
    public List<String> missing() {
        return withState(InputState.MISSING);
    }

    /** The parameters whose value was too old, by id. They count as missing. */
    public List<String> stale() {
        return withState(InputState.STALE);
    }

    /**
     * One number for points and state of every part: two scores with the same number say the same, apart from values and
     * ages. Small enough to be kept as the last score published.
     */
    public long signature() {
        long signature = spo2Scale == Spo2Scale.SCALE_2 ? 1 : 0;
        for (News2Part part : parts) {
            // 2 bits, 2 bits, 3 bits: 0-3, 0-3, 0-4
            signature = signature << 7
                    | (long) part.pointsLower() << 5
                    | (long) part.pointsUpper() << 3
                    | part.state().getNumber();
        }
        return signature;
    }

    /** As a record of the score topic, for this stay and this point of the grid (ingest clock, ms since 1970). */
    public Score toRecord(String patientRef, long timeMillis) {
        Score.Builder score = Score.newBuilder()
                .setPatientRef(patientRef)
                .setScoreId(News2.SCORE_ID)
                .setKind(ScoreKind.EARLY_WARNING)
                .setTitle(News2.TITLE)
                .setTimeMs(timeMillis)
                .setLower(lower)
                .setUpper(upper)
                .setComplete(complete)
                .setBandLower(bandLower)
                .setBandUpper(bandUpper)
                .setPolicy(News2.POLICY)
                .setScale(spo2Scale == Spo2Scale.SCALE_2 ? "2" : "1");
        for (News2Part part : parts) {
            score.addParts(part.toRecord());
        }
        return score.build();
    }

    /** The record that says why this stay has no score now. */
    public static Score unavailable(String patientRef, long timeMillis, String reason) {
        return Score.newBuilder()
                .setPatientRef(patientRef)
                .setScoreId(News2.SCORE_ID)
                .setKind(ScoreKind.EARLY_WARNING)
                .setTitle(News2.TITLE)
                .setTimeMs(timeMillis)
                .setPolicy(News2.POLICY)
                .setFailure(ScoreFailure.NOT_FOR_PATIENT)
                .setUnavailable(reason)
                .build();
    }

    private List<String> withState(InputState state) {
        return parts.stream()
                .filter(part -> part.state() == state)
                .map(part -> part.parameter().id())
                .toList();
    }
}
