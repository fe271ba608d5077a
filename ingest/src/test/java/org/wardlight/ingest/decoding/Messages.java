package org.wardlight.ingest.decoding;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.wardlight.events.RejectionReason;
import org.wardlight.events.VitalCatalogue;
import org.wardlight.events.v1.Measurement;
import org.wardlight.events.v1.Observation;
import org.wardlight.ingest.ManualClock;

/** Deliveries to decode, and what came of them. */
final class Messages {

    static final String TOPIC = "wardlight/v1/north/mon-07/wl";
    static final int LIMIT_BYTES = 256 * 1024;
    static final long ARRIVAL_MILLIS = ManualClock.START.toEpochMilli();

    private static final MessageDecoder DECODER = new MessageDecoder(VitalCatalogue.standard(), LIMIT_BYTES);

    private Messages() {}

    static Decoded json(String payload) {
        return decode(TOPIC, null, payload.getBytes(StandardCharsets.UTF_8));
    }

    static Decoded json(String payload, Instant arrival) {
        return DECODER.decode(new Delivery(TOPIC, null, false, payload.getBytes(StandardCharsets.UTF_8), arrival));
    }

    static Decoded oneMeasurement(String fields) {
        return json("{\"measurements\":[{" + fields + "}]}");
    }

    static Decoded protobuf(byte[] payload) {
        return decode(TOPIC, "application/x-protobuf", payload);
    }

    static Decoded decode(String topic, @Nullable String contentType, byte[] payload) {
        return DECODER.decode(new Delivery(topic, contentType, false, payload, ManualClock.START));
    }

    static Decoded retained(String topic, String payload) {
        return DECODER.decode(
                new Delivery(topic, null, true, payload.getBytes(StandardCharsets.UTF_8), ManualClock.START));
    }

    static Observation accepted(Decoded decoded) {
        if (decoded instanceof Decoded.Accepted accepted) {
            return accepted.observation();
        }
        throw new AssertionError("expected readings, got " + decoded);
    }

    static Measurement only(Decoded decoded) {
        Observation observation = accepted(decoded);
        if (observation.getMeasurementsCount() != 1) {
            throw new AssertionError("expected one measurement, got " + observation);
        }
        return observation.getMeasurements(0);
    }

    static Decoded.Rejected rejected(Decoded decoded) {
        if (decoded instanceof Decoded.Rejected rejected) {
            return rejected;
        }
        throw new AssertionError("expected a rejection, got " + decoded);
    }

    static RejectionReason reason(Decoded decoded) {
        return rejected(decoded).reason();
    }
}
