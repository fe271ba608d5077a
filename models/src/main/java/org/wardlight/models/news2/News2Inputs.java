package org.wardlight.models.news2;

import org.wardlight.events.v1.Code;
import org.wardlight.events.v1.Spo2Scale;

/**
 * The latest values of one patient at the time of the score. Round them with {@link Rounding} first.
 *
 * @param respiratoryRate /min
 * @param spo2 oxygen saturation, %
 * @param spo2Scale scale 2 only on a clinician's recorded order; everything else is scale 1
 * @param oxygen room air or supplemental oxygen
 * @param systolicPressure mm[Hg]
 * @param pulse /min
 * @param consciousness alert, new confusion, voice, pain or unresponsive; another code counts as missing
 * @param temperatureTenths body temperature, tenths of a degree Celsius; never skin temperature
 */
public record News2Inputs(
        Input<Integer> respiratoryRate,
        Input<Integer> spo2,
        Spo2Scale spo2Scale,
        Input<Oxygen> oxygen,
        Input<Integer> systolicPressure,
        Input<Integer> pulse,
        Input<Code> consciousness,
        Input<Integer> temperatureTenths) {

    /** Nothing is known, scale 1: the start for the {@code with} methods. */
    public static final News2Inputs NONE = new News2Inputs(
            Input.missing(),
            Input.missing(),
            Spo2Scale.SCALE_1,
            Input.missing(),
            Input.missing(),
            Input.missing(),
            Input.missing(),
            Input.missing());

    /** Reads an unspecified scale as scale 1, and a code that is no level of consciousness as missing. */
    public News2Inputs {
        spo2Scale = spo2Scale == Spo2Scale.SCALE_2 ? Spo2Scale.SCALE_2 : Spo2Scale.SCALE_1;
        Code code = consciousness.value();
        if (code != null && !isLevelOfConsciousness(code)) {
            consciousness = Input.missing();
        }
    }

    /** Whether a code is one of ACVPU. */
    public static boolean isLevelOfConsciousness(Code code) {
        return switch (code) {
            case ALERT, CONFUSED, VOICE, PAIN, UNRESPONSIVE -> true;
            default -> false;
        };
    }

    /** With this respiratory rate, /min. */
    public News2Inputs withRespiratoryRate(Input<Integer> input) {
        return new News2Inputs(
                input, spo2, spo2Scale, oxygen, systolicPressure, pulse, consciousness, temperatureTenths);
    }

    /** With this oxygen saturation, %, to be read on this scale. */
    public News2Inputs withSpo2(Input<Integer> input, Spo2Scale scale) {
        return new News2Inputs(
                respiratoryRate, input, scale, oxygen, systolicPressure, pulse, consciousness, temperatureTenths);
    }

    /** With this breathed gas. */
    public News2Inputs withOxygen(Input<Oxygen> input) {
        return new News2Inputs(
                respiratoryRate, spo2, spo2Scale, input, systolicPressure, pulse, consciousness, temperatureTenths);
    }

    /** With this systolic pressure, mm[Hg]. */
    public News2Inputs withSystolicPressure(Input<Integer> input) {
        return new News2Inputs(
                respiratoryRate, spo2, spo2Scale, oxygen, input, pulse, consciousness, temperatureTenths);
    }

    /** With this pulse, /min. */
    public News2Inputs withPulse(Input<Integer> input) {
        return new News2Inputs(
                respiratoryRate, spo2, spo2Scale, oxygen, systolicPressure, input, consciousness, temperatureTenths);
    }

    /** With this level of consciousness. */
    public News2Inputs withConsciousness(Input<Code> input) {
        return new News2Inputs(
                respiratoryRate, spo2, spo2Scale, oxygen, systolicPressure, pulse, input, temperatureTenths);
    }

    /** With this temperature, tenths of a degree Celsius. */
    public News2Inputs withTemperatureTenths(Input<Integer> input) {
        return new News2Inputs(respiratoryRate, spo2, spo2Scale, oxygen, systolicPressure, pulse, consciousness, input);
    }
}
