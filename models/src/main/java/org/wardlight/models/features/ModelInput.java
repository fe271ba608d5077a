package org.wardlight.models.features;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.wardlight.events.v1.Vital;

/**
 * What a model may look at. A vital with two sources names the better one first: heart rate of the ECG before the pulse of
 * the oximeter.
 */
public enum ModelInput {
    HEART_RATE("heart-rate", "/min", 2, Vital.HEART_RATE, Vital.PULSE_RATE),
    RESPIRATORY_RATE("respiratory-rate", "/min", 1, Vital.RESPIRATORY_RATE),
    SPO2("spo2", "%", 0.5, Vital.SPO2),
    TEMPERATURE("temperature", "Cel", 0.1, Vital.BODY_TEMPERATURE),
    SYSTOLIC_PRESSURE("systolic-pressure", "mm[Hg]", 3, Vital.SYSTOLIC_PRESSURE),
    DIASTOLIC_PRESSURE("diastolic-pressure", "mm[Hg]", 3, Vital.DIASTOLIC_PRESSURE),
    MEAN_PRESSURE("mean-pressure", "mm[Hg]", 3, Vital.MEAN_PRESSURE),
    /** Heart rate over systolic pressure, from their levels now. */
    SHOCK_INDEX("shock-index", "1", 0.05),
    /** 1 when supplemental oxygen is given, 0 on room air. */
    OXYGEN("oxygen", "0/1", 1),
    /** The number of the code: 1 alert, 2 new confusion, 3 voice, 4 pain, 5 unresponsive. */
    CONSCIOUSNESS("consciousness", "ACVPU", 1),
    /** Never streamed; a laboratory's. */
    LEUCOCYTES("leucocytes", "10*9/L", 1),
    /** Arterial, never streamed; a laboratory's. */
    ARTERIAL_CO2("arterial-co2", "mm[Hg]", 1),
    AGE("age-years", "a", 1),
    /** Hours since admission, the first one is 1. */
    HOURS_OBSERVED("hours-observed", "h", 1);

    private final String id;
    private final String unit;
    private final double leastSpread;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<Vital> vitals;

    ModelInput(String id, String unit, double leastSpread, Vital... vitals) {
        this.id = id;
        this.unit = unit;
        this.leastSpread = leastSpread;
        this.vitals = List.of(vitals);
    }

    /** As manifests, features and reasons name it. */
    public String id() {
        return id;
    }

    /** UCUM. */
    public String unit() {
        return unit;
    }

    /** A patient's own spread counts as at least this, so that a very steady one is not made to look wild. */
    public double leastSpread() {
        return leastSpread;
    }

    /** The vitals it is read from, the better one first; empty for what has no history. */
    public List<Vital> vitals() {
        return vitals;
    }

    /** The input that a vital tells of. */
    public static Optional<ModelInput> of(Vital vital) {
        return Arrays.stream(values())
                .filter(input -> input.vitals.contains(vital))
                .findFirst();
    }

    /**
     * The input of this id.
     *
     * @throws IllegalArgumentException naming all that there are, when there is no such input
     */
    public static ModelInput byId(String id) {
        return Arrays.stream(values())
                .filter(input -> input.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no input \"" + id + "\"; there are "
                        + Arrays.stream(values()).map(ModelInput::id).collect(Collectors.joining(", "))));
    }
}
