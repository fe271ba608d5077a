package org.wardlight.alerting.canary;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.apache.kafka.common.KafkaException;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wardlight.alerting.health.Loop;
import org.wardlight.alerting.health.Problems;

/** What keeps a canary alive: its entries in the register, told again each hour, and its heart, once a second. */
final class CanaryLife implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CanaryLife.class);

    private static final Duration TOLD_AGAIN = Duration.ofHours(1);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration LAST_PATIENCE = Duration.ofSeconds(1);
    /** A device that nobody is known to wear would be an alarm of its own. */
    private static final Duration SETTLING = Duration.ofSeconds(3);

    private static final Duration BEAT = Duration.ofSeconds(1);

    private final CanaryRegister register;
    private final CanaryDevice device;
    private final LogWriter log;
    private final InstantSource clock;
    private final Instant admitted;
    private final Loop telling;
    private final Loop beating;

    CanaryLife(Canary canary, CanaryConfig config, LogWriter log, InstantSource clock, Problems problems) {
        this.log = log;
        this.clock = clock;
        this.admitted = clock.instant();
        this.register =
                new CanaryRegister(canary.ward(), config.site(), config.hook().receiver());
        this.device = new CanaryDevice(config, canary.ward(), admitted, canary::acknowledged);
        String ward = canary.ward().wardId();
        this.telling = new Loop("canary-register." + ward, problems, this::tell);
        this.beating = new Loop("canary-device." + ward, problems, this::beat);
    }

    void start() {
        telling.start();
        beating.start();
    }

    /** Takes its device off, so that nothing about it stays open. */
    @Override
    public void close() {
        telling.close();
        beating.close();
        device.close();
        try {
            log.register(register.takenOff(admitted, clock.instant()), LAST_PATIENCE);
        } catch (KafkaException e) {
            LOG.warn("part=canary its device could not be taken off; what is open about it stays open", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell() throws InterruptedException {
        log.register(register.admitted(admitted, clock.instant()), PATIENCE);
        telling.pauseFor(TOLD_AGAIN.toMillis());
    }

    private void beat() throws InterruptedException {
        Instant now = clock.instant();
        if (now.isBefore(admitted.plus(SETTLING))) {
            beating.pauseFor(SETTLING.toMillis());
            return;
        }
        try {
            device.publish(Round.at(now), now);
        } catch (MqttException e) {
            throw new IllegalStateException("the broker cannot be reached", e);
        }
        beating.pauseFor(BEAT.toMillis());
    }
}
