package org.wardlight.ingest.decoding;

import java.util.function.Consumer;
import org.wardlight.events.RejectionReason;
import org.wardlight.events.v1.DeviceStatus;
import org.wardlight.events.v1.Observation;

/** What became of a message: an observation, a status, or a rejection. There is nothing in between. */
public sealed interface Decoded {

    /** Hands the result to the one of the three that it is for. */
    void handTo(Consumer<Observation> accepted, Consumer<DeviceStatus> status, Consumer<Rejected> rejected);

    /**
     * Readings that can be used.
     *
     * @param observation complete but for its ingest time, which is stamped when it is written
     */
    record Accepted(Observation observation) implements Decoded {
        @Override
        public void handTo(Consumer<Observation> accepted, Consumer<DeviceStatus> status, Consumer<Rejected> rejected) {
            accepted.accept(observation);
        }
    }

    /**
     * What a device says about itself.
     *
     * @param status timed by arrival
     */
    record Status(DeviceStatus status) implements Decoded {
        @Override
        public void handTo(Consumer<Observation> accepted, Consumer<DeviceStatus> to, Consumer<Rejected> rejected) {
            to.accept(status);
        }
    }

    /**
     * Nothing of the message is used.
     *
     * @param reason for machines and counters
     * @param detail one sentence for the person who connects the device
     */
    record Rejected(RejectionReason reason, String detail) implements Decoded {
        @Override
        public void handTo(Consumer<Observation> accepted, Consumer<DeviceStatus> status, Consumer<Rejected> rejected) {
            rejected.accept(this);
        }
    }
}
