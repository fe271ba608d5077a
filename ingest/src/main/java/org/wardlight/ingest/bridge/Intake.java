package org.wardlight.ingest.bridge;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wardlight.events.RejectionReason;
import org.wardlight.events.Topics;
import org.wardlight.events.VitalCatalogue;
import org.wardlight.events.v1.DeviceStatus;
import org.wardlight.events.v1.Observation;
import org.wardlight.ingest.clock.ClockedLog;
import org.wardlight.ingest.decoding.Decoded;
import org.wardlight.ingest.decoding.Decoded.Rejected;
import org.wardlight.ingest.decoding.Delivery;
import org.wardlight.ingest.decoding.MessageDecoder;

/**
 * Takes one delivery after the other, writes it where it belongs, and settles its receipt when Kafka has answered. Every
 * delivery ends as exactly one of: stored as readings, as a status or as a rejection, or failed.
 */
public final class Intake {

    /** Counter of deliveries by {@code result}: accepted, status, a rejection reason, or failed. */
    static final String MESSAGES = "wardlight.ingest.messages";

    static final String IN_FLIGHT = "wardlight.ingest.in.flight";
    static final String LOG_ACK = "wardlight.ingest.log.ack";

    private static final long WAIT_STEP_MILLIS = 10;

    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

    private final ClockedLog log;
    private final Producer<String, byte[]> producer;
    private final MessageDecoder decoder;
    private final int payloadLimitBytes;
    private final MeterRegistry metrics;
    private final Timer logAck;
    private final AtomicInteger inFlight = new AtomicInteger();
    private final Object settling = new Object();

    /**
     * An intake.
     *
     * @param log where readings go
     * @param producer for what is not part of a device's history
     * @param payloadLimitBytes the longest payload that is looked at, bytes
     * @param metrics where to count
     */
    public Intake(ClockedLog log, Producer<String, byte[]> producer, int payloadLimitBytes, MeterRegistry metrics) {
        this.log = log;
        this.producer = producer;
        this.decoder = new MessageDecoder(VitalCatalogue.standard(), payloadLimitBytes);
        this.payloadLimitBytes = payloadLimitBytes;
        this.metrics = metrics;
        this.logAck = metrics.timer(LOG_ACK);
        Gauge.builder(IN_FLIGHT, inFlight, AtomicInteger::get).register(metrics);
    }

    /** The time to give to what arrives now: the log's, not the machine's, which may have gone back. */
    Instant arrivalTime() {
        return log.now();
    }

    /** Takes a delivery. Returns as soon as Kafka's client has it; never throws. */
    void take(Delivery delivery, AckGate.Receipt receipt) {
        Pending pending = new Pending(delivery, receipt);
        try {
            decode(delivery).handTo(pending::append, pending::report, pending::reject);
        } catch (RuntimeException e) {
            pending.fail(e);
        }
    }

    /** Deliveries that Kafka has not answered for yet. */
    int inFlight() {
        return inFlight.get();
    }

    /** Waits until Kafka has answered for everything, or the time is over. */
    void awaitEmpty(Duration patience) throws InterruptedException {
        synchronized (settling) {
            for (long waited = 0; inFlight.get() > 0 && waited < patience.toMillis(); waited += WAIT_STEP_MILLIS) {
                settling.wait(WAIT_STEP_MILLIS);
            }
        }
    }

    private Decoded decode(Delivery delivery) {
        try {
            return decoder.decode(delivery);
        } catch (RuntimeException e) {
            LOG.error("event=decoder_failed bytes={}", delivery.payload().length, e);
            return new Rejected(
                    RejectionReason.MALFORMED,
                    "the decoder failed: " + e.getClass().getSimpleName());
        }
    }

    /** One delivery on its way into Kafka. */
    private final class Pending implements Callback {

        private final Delivery delivery;
        private final AckGate.Receipt receipt;
        private final Timer.Sample sample = Timer.start(metrics);
        private final AtomicBoolean settled = new AtomicBoolean();
        private volatile String result = "";

        Pending(Delivery delivery, AckGate.Receipt receipt) {
            this.delivery = delivery;
            this.receipt = receipt;
            inFlight.incrementAndGet();
        }

        void append(Observation observation) {
            result = "accepted";
            log.append(observation, this);
        }

        void report(DeviceStatus status) {
            result = "status";
            send(new ProducerRecord<>(
                    Topics.DEVICE_STATUS.name(), null, status.getTimeMs(), status.getDeviceId(), status.toByteArray()));
        }

        void reject(Rejected rejected) {
            result = rejected.reason().id();
            send(RejectedRecord.of(delivery, rejected, payloadLimitBytes));
        }

        void fail(Exception cause) {
            settle("failed", () -> receipt.failed(cause));
        }

        @Override
        public void onCompletion(@Nullable RecordMetadata metadata, @Nullable Exception failure) {
            if (failure == null) {
                sample.stop(logAck);
                settle(result, receipt::stored);
            } else if (failure instanceof RecordTooLargeException && !result.equals(RejectionReason.TOO_LARGE.id())) {
                // It would never fit; dropping the connection would bring it back for ever.
                reject(new Rejected(RejectionReason.TOO_LARGE, "the decoded message does not fit into a Kafka record"));
            } else {
                fail(failure);
            }
        }

        private void settle(String outcome, Runnable answer) {
            if (settled.compareAndSet(false, true)) {
                answer.run();
                metrics.counter(MESSAGES, "result", outcome).increment();
                if (inFlight.decrementAndGet() == 0) {
                    synchronized (settling) {
                        settling.notifyAll();
                    }
                }
            }
        }

        private void send(ProducerRecord<String, byte[]> message) {
            var unused = producer.send(message, this);
        }
    }
}
