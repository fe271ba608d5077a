package org.wardlight.bench.driving;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.wardlight.bench.workload.Workload;

/**
 * Sends a workload by its own timetable, whatever the ward does: what is late is sent at once, and its latency counts from when
 * it was to be sent. So a ward that stands still is not spared what it caused.
 */
public final class OpenLoop {

    private static final long MICROS = 1_000;

    private final Workload workload;
    private final Gateways gateways;
    private final Sent sent;
    private final RunClock clock;
    private final String site;
    private final Histogram acknowledgement = new ConcurrentHistogram(3);
    private final AtomicLong failed = new AtomicLong();
    private double latest;

    /** A workload over these gateways; times count on this clock. */
    public OpenLoop(Workload workload, Gateways gateways, Sent sent, RunClock clock, String site) {
        this.workload = workload;
        this.gateways = gateways;
        this.sent = sent;
        this.clock = clock;
        this.site = site;
    }

    /** Sends the readings of every bed from one number (inclusive) to another (exclusive), in the order of their times. */
    public void send(long fromSeq, long toSeq) {
        for (long seq = fromSeq; seq < toSeq; seq++) {
            for (int bed = 0; bed < workload.beds(); bed++) {
                double due = workload.dueMillis(bed, seq);
                awaitMillis(due);
                latest = Math.max(latest, clock.millis() - due);
                publish(bed, seq, due);
            }
        }
    }

    /** Time from the intended sending to PUBACK, µs. */
    public Histogram acknowledgement() {
        return acknowledgement;
    }

    /** How far behind its timetable the driver itself was at most, ms: above some ms the run says little of the ward. */
    public double latestMillis() {
        return latest;
    }

    /** Messages that could not be handed to the network. */
    public long failed() {
        return failed.get();
    }

    private void publish(int bed, long seq, double due) {
        long deviceTime = clock.epochMillis(due);
        byte[] payload = workload.message(bed, seq, deviceTime, clock.epochMillis(clock.millis()))
                .toByteArray();
        String topic = "wardlight/v1/" + site + "/" + Workload.device(bed) + "/wl";
        sent.sent(bed, seq);
        try {
            gateways.publish(bed, topic, payload, () -> {
                sent.acknowledged(bed, seq);
                acknowledgement.recordValue(Math.max(0, Math.round((clock.millis() - due) * MICROS)));
            });
        } catch (MqttException e) {
            failed.incrementAndGet();
        }
    }

    private void awaitMillis(double due) {
        for (double wait = due - clock.millis(); wait > 0; wait = due - clock.millis()) {
            LockSupport.parkNanos(Duration.ofNanos((long) (wait * 1e6)).toNanos());
        }
    }
}
