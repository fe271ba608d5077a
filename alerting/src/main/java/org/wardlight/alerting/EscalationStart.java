package org.wardlight.alerting;

import java.time.Duration;
import org.wardlight.alerting.desk.AlarmDesk;
import org.wardlight.alerting.health.Loop;
import org.wardlight.alerting.health.Problems;
import org.wardlight.alerting.intake.RegisterFeed;
import org.wardlight.alerting.store.AlarmStore;

/**
 * Lets escalation timers fire once it is known who is next. A timer that ran out while the process was down fires at once:
 * with a register that has not been read yet, it would find nobody on the next level and exhaust the alarm.
 */
final class EscalationStart implements AutoCloseable {

    private final RegisterFeed register;
    private final AlarmStore store;
    private final AlarmDesk desk;
    private final Loop loop;

    EscalationStart(RegisterFeed register, AlarmStore store, AlarmDesk desk, Problems problems) {
        this.register = register;
        this.store = store;
        this.desk = desk;
        this.loop = new Loop("timers", problems, this::begin);
    }

    /** Begins to wait; returns at once. */
    void start() {
        loop.start();
    }

    /** Whether timers should fire by now. */
    boolean isOver() {
        return loop.isClosing();
    }

    @Override
    public void close() {
        loop.closeSoon();
        loop.join(Duration.ofMillis(200));
    }

    /** A register that takes too long is reported by its feed; people are then asked all the same. */
    private void begin() throws InterruptedException {
        register.awaitLoaded();
        if (!loop.isClosing()) {
            store.runTimers(desk::timerDue);
            loop.closeSoon();
        }
    }
}
