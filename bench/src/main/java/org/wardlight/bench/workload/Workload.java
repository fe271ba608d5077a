package org.wardlight.bench.workload;

import org.wardlight.events.v1.Code;
import org.wardlight.events.v1.Measurement;
import org.wardlight.events.v1.Method;
import org.wardlight.events.v1.NativeMessage;
import org.wardlight.events.v1.Sequence;
import org.wardlight.events.v1.Vital;

/**
 * One message a second for each bed, with eight values: what NEWS2 needs, and the diastolic pressure. All values are well
 * within limits but for the probes. Nothing is kept: any value can be computed again.
 *
 * @param seed two runs of one seed send the same
 * @param beds how many
 * @param probes who crosses a limit, and when
 */
public record Workload(long seed, int beds, Probes probes) {

    /** Values in a message. */
    public static final int VALUES = 8;

    /** Pulse of a probe, /min: beyond 120, and below the next limit and the next band of NEWS2. */
    public static final int PROBE_PULSE = 125;

    /** Between two readings of a bed. */
    public static final long PERIOD_MILLIS = 1_000;

    private static final int LOWEST_PULSE = 62;
    private static final int PULSES = 20;
    private static final double TENTH = 0.1;

    /** The device at a bed, counted from 0. */
    public static String device(int bed) {
        return String.format("bench-%05d", bed + 1);
    }

    /** The bed of a device; negative when it is none of this workload. */
    public int bedOf(String device) {
        if (!device.startsWith("bench-")) {
            return -1;
        }
        try {
            return Integer.parseInt(device.substring("bench-".length())) - 1;
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    /** When a reading is to be sent, ms since the run began: beds are spread evenly over the second. */
    public double dueMillis(int bed, long seq) {
        return seq * (double) PERIOD_MILLIS + (double) PERIOD_MILLIS * bed / beds + probes.delayMillis(bed, seq);
    }

    /** Pulse, /min. */
    public double pulse(int bed, long seq) {
        return probes.isBeyond(bed, seq) ? PROBE_PULSE : LOWEST_PULSE + number(bed, seq, 1, PULSES);
    }

    /** A message as its device sends it; times in ms since 1970. */
    public NativeMessage message(int bed, long seq, long deviceTimeMillis, long sentTimeMillis) {
        return NativeMessage.newBuilder()
                .setDeviceId(device(bed))
                .setSequence(Sequence.newBuilder().setBoot(1).setSeq(seq + 1))
                .setSentTimeMs(sentTimeMillis)
                .addMeasurements(value(deviceTimeMillis, Vital.RESPIRATORY_RATE, 14 + number(bed, seq, 2, 5)))
                .addMeasurements(value(deviceTimeMillis, Vital.SPO2, 96 + number(bed, seq, 3, 3)))
                .addMeasurements(value(deviceTimeMillis, Vital.OXYGEN_FLOW, 0))
                .addMeasurements(value(deviceTimeMillis, Vital.SYSTOLIC_PRESSURE, 115 + number(bed, seq, 4, 15)))
                .addMeasurements(value(deviceTimeMillis, Vital.DIASTOLIC_PRESSURE, 68 + number(bed, seq, 5, 10)))
                .addMeasurements(value(deviceTimeMillis, Vital.PULSE_RATE, pulse(bed, seq)))
                .addMeasurements(Measurement.newBuilder()
                        .setDeviceTimeMs(deviceTimeMillis)
                        .setVital(Vital.CONSCIOUSNESS)
                        .setMethod(Method.MANUAL)
                        .setCode(Code.ALERT))
                .addMeasurements(value(deviceTimeMillis, Vital.BODY_TEMPERATURE, 36.4 + TENTH * number(bed, seq, 6, 8)))
                .build();
    }

    private static Measurement.Builder value(long deviceTimeMillis, Vital vital, double value) {
        return Measurement.newBuilder()
                .setDeviceTimeMs(deviceTimeMillis)
                .setVital(vital)
                .setValue(value);
    }

    /** A whole number from 0 to below a bound that depends on seed, bed, reading and signal alone (SplitMix64). */
    private int number(int bed, long seq, int signal, int bound) {
        long z = seed + 0x9E3779B97F4A7C15L * (bed * 1_000_003L + seq * 31 + signal);
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return (int) Math.floorMod(z ^ (z >>> 31), (long) bound);
    }
}
