package org.wardlight.ingest.bridge;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wardlight.events.WardClock;

/**
 * Keeps a connection to the broker for as long as the log answers. Whenever Kafka refuses a message, the connection is
 * dropped and made anew after a pause: the broker then delivers again whatever was not acknowledged, and meanwhile holds
 * its publishers back. Nothing is ever acknowledged that is not in Kafka.
 */
public final class MqttBridge implements AutoCloseable {

    static final String LOST = "wardlight.ingest.connections.lost";

    private static final Logger LOG = LoggerFactory.getLogger(MqttBridge.class);

    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration DRAIN = Duration.ofMillis(800);
    private static final Duration LEAVE = Duration.ofMillis(900);
    private static final long LOOK_EVERY_MILLIS = 200;

    private final Broker broker;
    private final Intake intake;
    private final BooleanSupplier logAnswers;
    private final WardClock clock;
    private final Counter lostConnections;
    private final Backoff backoff = new Backoff(FIRST_PAUSE, LONGEST_PAUSE, RandomGenerator.getDefault());
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "ingest-mqtt");

    private volatile Link link;
    private volatile boolean started;

    /** What the bridge stands on: from where, to where, and whether taking messages makes sense now. */
    public record Lines(Broker broker, Intake intake, BooleanSupplier logAnswers) {}

    /** Since when there is, or is no, connection; and why not. */
    private record Link(boolean up, Instant since, String reason) {}

    /** A bridge that is not connected yet. */
    public MqttBridge(Lines lines, WardClock clock, MeterRegistry metrics) {
        this.broker = lines.broker();
        this.intake = lines.intake();
        this.logAnswers = lines.logAnswers();
        this.clock = clock;
        this.lostConnections = metrics.counter(LOST);
        this.link = new Link(false, clock.instant(), "not tried yet");
        thread.setDaemon(true);
    }

    /** Starts to connect. */
    public void start() {
        started = true;
        thread.start();
    }

    /** Whether the broker has granted every subscription on the present connection. */
    public boolean isSubscribed() {
        return link.up();
    }

    /** What is wrong, by part; empty when all is well. */
    public Map<String, String> problems() {
        Link now = link;
        if (started && !thread.isAlive()) {
            return Map.of("ingest.mqtt", "the MQTT loop has stopped");
        }
        if (now.up()) {
            return Map.of();
        }
        long seconds =
                clock.wallTime(Duration.between(now.since(), clock.instant())).toSeconds();
        return Map.of("ingest.mqtt", "not connected to the broker for " + seconds + " s (" + now.reason() + ")");
    }

    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join(DRAIN.plus(LEAVE).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (!closingWithin(0)) {
                if (!logAnswers.getAsBoolean()) {
                    down("waits for the log");
                    closingWithin(LOOK_EVERY_MILLIS);
                    continue;
                }
                String reason = converse();
                if (reason != null) {
                    down(reason);
                    closingWithin(backoff.next().toMillis());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Error e) {
            LOG.error("event=mqtt_loop_died", e);
            throw e;
        }
    }

    /** One connection from beginning to end. Returns why it ended; null when we are closing. */
    private @Nullable String converse() throws InterruptedException {
        try (MqttSession session = new MqttSession(broker, intake)) {
            session.open();
            link = new Link(true, clock.instant(), "");
            LOG.info(
                    "event=mqtt_connected subscriptions={}",
                    broker.subscriptions().size());
            String reason = null;
            while (reason == null && !closingWithin(0)) {
                reason = session.awaitLoss(LOOK_EVERY_MILLIS);
                if (reason == null) {
                    backoff.reset();
                }
            }
            down(reason == null ? "closed" : reason);
            if (reason == null) {
                session.pause();
                // What is on its way may still be acknowledged, so that the next start has no duplicates to sort out.
                intake.awaitEmpty(DRAIN);
            } else {
                lostConnections.increment();
                LOG.warn("event=mqtt_connection_dropped reason=\"{}\"", reason);
            }
            return reason;
        } catch (MqttException | RuntimeException e) {
            LOG.debug("event=mqtt_connect_failed reason=\"{}\"", MqttSession.reason(e));
            return MqttSession.reason(e);
        }
    }

    private void down(String reason) {
        Instant since = link.up() ? clock.instant() : link.since();
        link = new Link(false, since, reason);
    }

    private boolean closingWithin(long millis) throws InterruptedException {
        return closing.await(millis, TimeUnit.MILLISECONDS);
    }
}
