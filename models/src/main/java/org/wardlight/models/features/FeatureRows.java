package org.wardlight.models.features;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wardlight.models.history.VitalHistory;

/**
 * Computes the rows of one patient at one moment. Unknown is NaN, never a normal value. {@link #row} is what the model is
 * asked; {@link #usualRow} is the same patient as he or she usually is, to find out what makes the difference.
 */
public final class FeatureRows {

    /** Over how long a level is now taken: five minutes, as NEWS2 does it. */
    public static final long LEVEL_MILLIS = 300_000;

    /** The longest stay that training has seen, h. */
    private static final double MOST_HOURS = 336;

    private final PatientHistory patient;
    private final Demographics demographics;
    private final long atMillis;
    private final long levelMillis;
    private final Map<ModelInput, Optional<HourStatistics>> hours = new EnumMap<>(ModelInput.class);
    private final Map<ModelInput, Optional<MinuteStatistics>> minutes = new EnumMap<>(ModelInput.class);

    /**
     * The rows of a moment.
     *
     * @param atMillis the moment, ms since 1970; no reading may be newer
     * @param levelMillis over how long a level is now taken, at most five minutes
     */
    public FeatureRows(PatientHistory patient, Demographics demographics, long atMillis, long levelMillis) {
        this.patient = patient;
        this.demographics = demographics;
        this.atMillis = atMillis;
        this.levelMillis = Math.min(LEVEL_MILLIS, levelMillis);
    }

    /** The patient now. */
    public float[] row(FeatureLayout layout) {
        float[] row = new float[layout.size()];
        for (int i = 0; i < row.length; i++) {
            row[i] = (float) value(layout.features().get(i));
        }
        return row;
    }

    /** The patient as usual: every level the usual one, nothing changing. Unknown where no usual is known. */
    public float[] usualRow(FeatureLayout layout) {
        float[] row = new float[layout.size()];
        for (int i = 0; i < row.length; i++) {
            row[i] = (float) usualValue(layout.features().get(i));
        }
        return row;
    }

    /** Level of an input now, in its unit; NaN when unknown. */
    public double now(ModelInput input) {
        return hour(input, Statistic.NOW);
    }

    /** The patient's usual level of an input: of the day before, or else of the last quarter of an hour; NaN when unknown. */
    public double usual(ModelInput input) {
        double usual = hours(input).map(HourStatistics::usual).orElse(Double.NaN);
        return Double.isNaN(usual) ? minutes(input).map(MinuteStatistics::usual).orElse(Double.NaN) : usual;
    }

    /** The patient's own level of an input in the quarter of an hour before the last minute; NaN when unknown. */
    public double ownLevel(ModelInput input) {
        return minutes(input).map(MinuteStatistics::usual).orElse(Double.NaN);
    }

    /** Change of an input over the last hours, unit per hour; NaN when unknown. */
    public double slope(ModelInput input) {
        return hour(input, Statistic.SLOPE_6H);
    }

    /** How long ago an input was last measured, ms; null when never. */
    public @Nullable Long ageMillis(ModelInput input) {
        return patient.of(input)
                .filter(history -> !history.isEmpty())
                .map(history -> Math.max(0, atMillis - history.newestMillis()))
                .orElse(null);
    }

    private double value(Feature feature) {
        return switch (feature.input()) {
            case AGE -> demographics.ageYears() == null ? Double.NaN : demographics.ageYears();
            case HOURS_OBSERVED -> hoursObserved();
            case SHOCK_INDEX -> now(ModelInput.HEART_RATE) / now(ModelInput.SYSTOLIC_PRESSURE);
            case OXYGEN, CONSCIOUSNESS, LEUCOCYTES, ARTERIAL_CO2 -> Double.NaN;
            default ->
                feature.statistic().isOfMinutes()
                        ? minutes(feature.input())
                                .map(known -> known.of(feature.statistic()))
                                .orElse(Double.NaN)
                        : hour(feature.input(), feature.statistic());
        };
    }

    private double usualValue(Feature feature) {
        if (feature.input() == ModelInput.SHOCK_INDEX) {
            return usual(ModelInput.HEART_RATE) / usual(ModelInput.SYSTOLIC_PRESSURE);
        }
        if (feature.input().vitals().isEmpty()) {
            return value(feature);
        }
        double usual = usual(feature.input());
        if (Double.isNaN(usual)) {
            return Double.NaN;
        }
        return switch (feature.statistic()) {
            case NOW, MEAN_6H, MIN_6H, MAX_6H -> usual;
            case SPREAD_1M -> Math.log(2);
            default -> 0;
        };
    }

    private double hoursObserved() {
        Long admitted = demographics.admittedMillis();
        if (admitted == null) {
            return Double.NaN;
        }
        double hours = VitalHistory.hourOf(atMillis) - VitalHistory.hourOf(admitted) + 1;
        return Math.max(1, Math.min(MOST_HOURS, hours));
    }

    private double hour(ModelInput input, Statistic statistic) {
        return hours(input).map(known -> known.of(statistic)).orElse(Double.NaN);
    }

    private Optional<HourStatistics> hours(ModelInput input) {
        return hours.computeIfAbsent(
                input, wanted -> patient.of(wanted).map(history -> new HourStatistics(history, atMillis, levelMillis)));
    }

    private Optional<MinuteStatistics> minutes(ModelInput input) {
        return minutes.computeIfAbsent(input, wanted -> patient.of(wanted)
                .map(history -> new MinuteStatistics(history, wanted.leastSpread(), atMillis)));
    }
}
