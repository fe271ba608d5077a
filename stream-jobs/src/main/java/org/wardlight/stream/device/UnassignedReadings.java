package org.wardlight.stream.device;

import com.google.protobuf.InvalidProtocolBufferException;
import java.util.List;
import java.util.Optional;
import org.wardlight.events.v1.Measurement;
import org.wardlight.events.v1.Observation;
import org.wardlight.events.v1.QuarantinedObservation;
import org.wardlight.stream.attribution.HeldReadings;

/** Readings that nobody wore the device for: kept for an association that may still come, then given up. */
final class UnassignedReadings {

    private static final int MOST = 1000;

    private final DevicePolicy policy;
    private final List<HeldReadings> held;

    /** Works on the given list, which it changes. */
    UnassignedReadings(DevicePolicy policy, List<HeldReadings> held) {
        this.policy = policy;
        this.held = held;
    }

    /**
     * A message with only the measurements that have no wearer, their times on the ingest clock.
     *
     * @param overtaken whether a later message of its device had been applied before it
     * @param untilMillis how long it may wait, ingest clock
     */
    record Waiting(Observation observation, boolean overtaken, long untilMillis) {}

    /** Measurements of a message that nobody claims now. */
    Waiting waiting(Observation message, List<Measurement> corrected, boolean overtaken, long nowMillis) {
        return new Waiting(
                only(message, corrected),
                overtaken,
                nowMillis + policy.holdUnassigned().toMillis());
    }

    /** A message with only these of its measurements. */
    static Observation only(Observation message, List<Measurement> measurements) {
        return message.toBuilder()
                .clearMeasurements()
                .addAllMeasurements(measurements)
                .build();
    }

    /** A message that goes into quarantine because nobody wore the device then. */
    static QuarantinedObservation unworn(Observation rest, long nowMillis) {
        return quarantined(rest, nowMillis, "nobody wore the device then");
    }

    /** Keeps a message; what had to go because too many wait is given back. */
    Optional<QuarantinedObservation> keep(Waiting message, long nowMillis) {
        HeldReadings readings = new HeldReadings();
        readings.untilMillis = message.untilMillis();
        readings.overtaken = message.overtaken();
        readings.observation = message.observation().toByteArray();
        Optional<QuarantinedObservation> displaced = held.size() < MOST
                ? Optional.empty()
                : Optional.of(quarantined(
                        parse(held.remove(0).observation), nowMillis, "too many readings without a wearer"));
        held.add(readings);
        return displaced;
    }

    /** Everything that waits; whoever is still not claimed has to be kept again. */
    List<Waiting> takeAll() {
        List<Waiting> all = held.stream()
                .map(readings -> new Waiting(parse(readings.observation), readings.overtaken, readings.untilMillis))
                .toList();
        held.clear();
        return all;
    }

    /** The one whose time is over; empty when none is. */
    Optional<QuarantinedObservation> takeOverdue(long nowMillis) {
        for (HeldReadings readings : held) {
            if (readings.untilMillis <= nowMillis) {
                held.remove(readings);
                return Optional.of(unworn(parse(readings.observation), nowMillis));
            }
        }
        return Optional.empty();
    }

    /** When the next one is given up; {@link Long#MAX_VALUE} when none waits. */
    long nextDueMillis() {
        long due = Long.MAX_VALUE;
        for (HeldReadings readings : held) {
            due = Math.min(due, readings.untilMillis);
        }
        return due;
    }

    private static QuarantinedObservation quarantined(Observation rest, long nowMillis, String reason) {
        return QuarantinedObservation.newBuilder()
                .setObservation(rest)
                .setQuarantinedMs(nowMillis)
                .setReason(reason)
                .build();
    }

    private static Observation parse(byte[] bytes) {
        try {
            return Observation.parseFrom(bytes);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("readings in state cannot be read", e);
        }
    }
}
