package org.wardlight.stream.patient;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.wardlight.events.v1.Code;
import org.wardlight.events.v1.ExpectedSignal;
import org.wardlight.events.v1.Measurement;
import org.wardlight.events.v1.ReadingFlag;
import org.wardlight.events.v1.Spo2Scale;
import org.wardlight.events.v1.Vital;
import org.wardlight.events.v1.VitalNumeric;
import org.wardlight.models.news2.Freshness;
import org.wardlight.models.news2.Input;
import org.wardlight.models.news2.News2;
import org.wardlight.models.news2.News2Inputs;
import org.wardlight.models.news2.News2Score;
import org.wardlight.models.news2.Oxygen;
import org.wardlight.models.news2.Rounding;
import org.wardlight.stream.quality.SignalQuality;

/** The recent vitals of one patient, and what a NEWS2 may use of them at a grid point. */
final class Vitals {

    /** From here down a slow pulse gives points. */
    private static final int SLOW_PULSE = 50;

    private final PatientState state;
    private final Freshness freshness;
    private final long windowMillis;
    private final Map<Vital, Series> series = new EnumMap<>(Vital.class);

    Vitals(PatientState state, Freshness freshness, long windowMillis) {
        this.state = state;
        this.freshness = freshness;
        this.windowMillis = windowMillis;
        for (SeriesState known : state.series) {
            series.put(known.vital, new Series(known, windowMillis));
        }
    }

    /**
     * Takes the usable readings of a message; a missing one leaves the last value to age. A correction of what was charted takes that
     * value away first, and may put another in its place, also late. A charted value that is late enters no score, but what was
     * charted before it is outdated.
     */
    void add(VitalNumeric numeric) {
        Set<Vital> struckOut = EnumSet.noneOf(Vital.class);
        for (Measurement measurement : numeric.getMeasurementsList()) {
            Vital vital = measurement.getVital();
            boolean charted = isCharted(numeric, measurement);
            if (measurement.hasMissing()) {
                if (charted && of(vital).strikeOut(measurement.getDeviceTimeMs())) {
                    struckOut.add(vital);
                }
            } else if (SignalQuality.isUsable(measurement)) {
                take(numeric, measurement, struckOut.contains(vital));
            }
        }
    }

    private void take(VitalNumeric numeric, Measurement measurement, boolean replaces) {
        Vital vital = measurement.getVital();
        if (!numeric.getLate() || replaces) {
            of(vital).add(sample(numeric, measurement));
        } else if (isCharted(numeric, measurement)) {
            outdate(vital, measurement.getDeviceTimeMs());
        }
    }

    private void outdate(Vital seen, long timeMillis) {
        for (Vital vital : sameInput(seen)) {
            Series known = series.get(vital);
            if (known != null) {
                known.outdate(timeMillis);
            }
        }
    }

    /** The vitals that tell of one input of the score. */
    private static Set<Vital> sameInput(Vital vital) {
        return switch (vital) {
            case OXYGEN_FLOW, INSPIRED_OXYGEN -> EnumSet.of(Vital.OXYGEN_FLOW, Vital.INSPIRED_OXYGEN);
            case HEART_RATE, PULSE_RATE -> EnumSet.of(Vital.HEART_RATE, Vital.PULSE_RATE);
            default -> EnumSet.of(vital);
        };
    }

    /** Whether a message tells something that a person charted, or took back. */
    static boolean isCharted(VitalNumeric numeric) {
        return numeric.getMeasurementsList().stream().anyMatch(measurement -> isCharted(numeric, measurement));
    }

    /** A device may flag what it likes: only what comes from no device was charted. */
    private static boolean isCharted(VitalNumeric numeric, Measurement measurement) {
        return numeric.getDeviceId().isEmpty() && measurement.getFlagsList().contains(ReadingFlag.CHARTED);
    }

    private static Sample sample(VitalNumeric numeric, Measurement measurement) {
        return new Sample(
                measurement.getDeviceTimeMs(),
                measurement.hasCode() ? measurement.getCodeValue() : measurement.getValue(),
                isCharted(numeric, measurement),
                numeric.getExpectedList().stream()
                        .filter(signal -> signal.getVital() == measurement.getVital())
                        .mapToLong(ExpectedSignal::getNoSignalAfterMs)
                        .findFirst()
                        .orElse(0),
                Freshness.byMethod(measurement.getVital(), measurement.getMethod()));
    }

    /** The lower median of the last readings of a vital; empty when there are none. */
    OptionalDouble level(Vital vital, long gridMillis, long spanMillis) {
        return known(vital).map(values -> values.level(gridMillis, spanMillis)).orElse(OptionalDouble.empty());
    }

    /** The newest value of a vital while it may feed a score. */
    OptionalDouble fresh(Vital vital, long gridMillis) {
        return known(vital)
                .filter(values -> input(vital, values, 0, gridMillis).known() != null)
                .map(values -> OptionalDouble.of(values.newest()))
                .orElse(OptionalDouble.empty());
    }

    /**
     * The inputs as of a grid point. What a person has to look for may be as old as the next look is due at the risk that
     * it leads to itself (Royal College of Physicians, NEWS2, 2017, chart 4); so its age is judged by the score with it.
     *
     * @param doubtfulPulse whether a slow pulse is not to be believed, because another source tells otherwise
     */
    News2Inputs inputs(Spo2Scale scale, boolean doubtfulPulse, long gridMillis) {
        long longest = Freshness.observedForMillis(0, false);
        News2Score withAll = News2.evaluate(inputs(scale, doubtfulPulse, longest, gridMillis));
        long observedFor = Freshness.observedForMillis(withAll.lower(), withAll.red());
        return inputs(scale, doubtfulPulse, observedFor, gridMillis);
    }

    private News2Inputs inputs(Spo2Scale scale, boolean doubtfulPulse, long observedForMillis, long gridMillis) {
        return News2Inputs.NONE
                .withRespiratoryRate(number(Vital.RESPIRATORY_RATE, gridMillis))
                .withSpo2(number(Vital.SPO2, gridMillis), scale)
                .withOxygen(oxygen(observedForMillis, gridMillis))
                .withSystolicPressure(number(Vital.SYSTOLIC_PRESSURE, gridMillis))
                .withPulse(pulse(doubtfulPulse, gridMillis))
                .withConsciousness(known(Vital.CONSCIOUSNESS)
                        .map(codes -> observed(
                                codes,
                                Optional.ofNullable(Code.forNumber((int) codes.newest()))
                                        .orElse(Code.CODE_UNSPECIFIED),
                                observedForMillis,
                                gridMillis))
                        .orElseGet(Input::missing))
                .withTemperatureTenths(known(Vital.BODY_TEMPERATURE)
                        .map(temperatures -> input(
                                Vital.BODY_TEMPERATURE,
                                temperatures,
                                Rounding.toTenths(temperatures.stable(gridMillis)),
                                gridMillis))
                        .orElseGet(Input::missing));
    }

    /** The heart rate of the ECG where there is one, else the pulse. */
    private Input<Integer> pulse(boolean doubtful, long gridMillis) {
        Input<Integer> heartRate = number(Vital.HEART_RATE, gridMillis);
        Input<Integer> chosen =
                heartRate.known() != null ? heartRate : better(heartRate, number(Vital.PULSE_RATE, gridMillis));
        Integer pulse = chosen.known();
        return doubtful && pulse != null && pulse <= SLOW_PULSE ? Input.missing() : chosen;
    }

    private Input<Oxygen> oxygen(long observedForMillis, long gridMillis) {
        Optional<Series> flow = known(Vital.OXYGEN_FLOW);
        Optional<Series> inspired = known(Vital.INSPIRED_OXYGEN);
        boolean byFlow = flow.isPresent()
                && (inspired.isEmpty()
                        || flow.get().newestMillis() >= inspired.get().newestMillis());
        if (byFlow) {
            return observed(flow.get(), Oxygen.ofFlow(flow.get().newest()), observedForMillis, gridMillis);
        }
        return inspired.map(percent ->
                        observed(percent, Oxygen.ofInspired(percent.newest()), observedForMillis, gridMillis))
                .orElseGet(Input::missing);
    }

    private Input<Integer> number(Vital vital, long gridMillis) {
        return known(vital)
                .map(values -> input(vital, values, Rounding.toInt(values.stable(gridMillis)), gridMillis))
                .orElseGet(Input::missing);
    }

    private static Input<Integer> better(Input<Integer> first, Input<Integer> second) {
        return second.known() != null || first.value() == null ? second : first;
    }

    private Optional<Series> known(Vital vital) {
        return Optional.ofNullable(series.get(vital)).filter(values -> !values.isEmpty());
    }

    private Series of(Vital vital) {
        return series.computeIfAbsent(vital, wanted -> {
            SeriesState added = new SeriesState();
            added.vital = wanted;
            state.series.add(added);
            return new Series(added, windowMillis);
        });
    }

    private <V> Input<V> input(Vital vital, Series series, V value, long gridMillis) {
        long ageMillis = Math.max(0, gridMillis - series.newestMillis());
        long freshFor = series.freshForMillis() > 0 ? series.freshForMillis() : freshness.freshForMillis(vital);
        return Input.of(value, ageMillis, Math.max(freshFor, series.noSignalAfterMillis()));
    }

    private static <V> Input<V> observed(Series series, V value, long observedForMillis, long gridMillis) {
        long ageMillis = Math.max(0, gridMillis - series.newestMillis());
        return Input.of(value, ageMillis, Math.max(observedForMillis, series.noSignalAfterMillis()));
    }
}
