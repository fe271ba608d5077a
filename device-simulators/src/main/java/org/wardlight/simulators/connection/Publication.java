package org.wardlight.simulators.connection;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.wardlight.simulators.timeline.TimedMessage;

/** Something a link publishes: a reading, or the retained status of a device. */
public sealed interface Publication {

    /** MQTT topic. */
    String topic();

    /** MQTT 5 content type. */
    String contentType();

    /** Whether the broker keeps it for later subscribers. */
    boolean retained();

    /** The bytes, when published at this ward time. */
    byte[] payload(Instant now);

    /** One device message; never retained. */
    record Reading(String topic, TimedMessage message) implements Publication {

        /** A message published this much later than planned says so in its sent time. */
        private static final Duration PUNCTUAL = Duration.ofSeconds(2);

        @Override
        public String contentType() {
            return message.format().contentType();
        }

        @Override
        public boolean retained() {
            return false;
        }

        @Override
        public byte[] payload(Instant now) {
            return Duration.between(message.at(), now).compareTo(PUNCTUAL) > 0
                    ? message.payloadSentAt(now)
                    : message.payload();
        }
    }

    /** That a device is there, retained on its status topic. */
    record Status(String topic, int batteryPercent) implements Publication {

        @Override
        public String contentType() {
            return "application/json";
        }

        @Override
        public boolean retained() {
            return true;
        }

        @Override
        public byte[] payload(Instant now) {
            return ("{\"state\":\"online\",\"battery\":" + batteryPercent + ",\"firmware\":\"sim-1\"}")
                    .getBytes(StandardCharsets.UTF_8);
        }
    }
}
