package org.wardlight.stream.patient;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.wardlight.events.v1.Code;
import org.wardlight.events.v1.Measurement;
import org.wardlight.events.v1.Spo2Scale;
import org.wardlight.events.v1.Vital;
import org.wardlight.models.news2.Freshness;
import org.wardlight.models.news2.Input;
import org.wardlight.models.news2.News2Inputs;
import org.wardlight.models.news2.Oxygen;
import org.wardlight.models.news2.Rounding;

/** The recent vitals of one patient, and what a NEWS2 may use of them at a grid point. */
final class Vitals {

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

    /** Takes a live measurement; a missing one leaves the last value to age. */
    void add(Measurement measurement) {
        if (measurement.hasValue()) {
            of(measurement.getVital()).add(measurement.getDeviceTimeMs(), measurement.getValue());
        } else if (measurement.hasCode()) {
            of(measurement.getVital()).add(measurement.getDeviceTimeMs(), measurement.getCodeValue());
        }
    }

    /** The inputs as of a grid point. */
    News2Inputs inputs(Spo2Scale scale, long gridMillis) {
        return News2Inputs.NONE
                .withRespiratoryRate(number(Vital.RESPIRATORY_RATE, gridMillis))
                .withSpo2(number(Vital.SPO2, gridMillis), scale)
                .withOxygen(oxygen(gridMillis))
                .withSystolicPressure(number(Vital.SYSTOLIC_PRESSURE, gridMillis))
                .withPulse(pulse(gridMillis))
                .withConsciousness(known(Vital.CONSCIOUSNESS)
                        .map(codes -> freshness.input(
                                Vital.CONSCIOUSNESS,
                                Optional.ofNullable(Code.forNumber((int) codes.newest()))
                                        .orElse(Code.CODE_UNSPECIFIED),
                                age(codes, gridMillis)))
                        .orElseGet(Input::missing))
                .withTemperatureTenths(known(Vital.BODY_TEMPERATURE)
                        .map(temperatures -> freshness.input(
                                Vital.BODY_TEMPERATURE,
                                Rounding.toTenths(temperatures.stable(gridMillis)),
                                age(temperatures, gridMillis)))
                        .orElseGet(Input::missing));
    }

    /** The heart rate of the ECG where there is one, else the pulse. */
    private Input<Integer> pulse(long gridMillis) {
        Input<Integer> heartRate = number(Vital.HEART_RATE, gridMillis);
        return heartRate.known() != null ? heartRate : better(heartRate, number(Vital.PULSE_RATE, gridMillis));
    }

    private Input<Oxygen> oxygen(long gridMillis) {
        Optional<Series> flow = known(Vital.OXYGEN_FLOW);
        Optional<Series> inspired = known(Vital.INSPIRED_OXYGEN);
        boolean byFlow = flow.isPresent()
                && (inspired.isEmpty()
                        || flow.get().newestMillis() >= inspired.get().newestMillis());
        if (byFlow) {
            return freshness.input(Vital.OXYGEN_FLOW, Oxygen.ofFlow(flow.get().newest()), age(flow.get(), gridMillis));
        }
        return inspired.map(percent -> freshness.input(
                        Vital.INSPIRED_OXYGEN, Oxygen.ofInspired(percent.newest()), age(percent, gridMillis)))
                .orElseGet(Input::missing);
    }

    private Input<Integer> number(Vital vital, long gridMillis) {
        return known(vital)
                .map(values ->
                        freshness.input(vital, Rounding.toInt(values.stable(gridMillis)), age(values, gridMillis)))
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

    private static long age(Series series, long gridMillis) {
        return Math.max(0, gridMillis - series.newestMillis());
    }
}
