package org.wardlight.alerting.desk;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;
import org.wardlight.alerting.alarm.Decision;
import org.wardlight.alerting.alarm.WithheldReason;
import org.wardlight.events.v1.AlarmTransition;

/** Counts what goes through the desk. */
final class DeskMetrics {

    /** Events by transition. */
    static final String TRANSITIONS = "wardlight.alerting.transitions";
    /** Inputs that changed nothing, by reason. */
    static final String IGNORED = "wardlight.alerting.inputs.ignored";
    /** Alarms for which nobody was asked, by reason. */
    static final String WITHHELD = "wardlight.alerting.pages.withheld";
    /** Duration of an input's transaction. */
    static final String INPUT = "wardlight.alerting.input";

    private final MeterRegistry meters;
    private final Timer input;

    DeskMetrics(MeterRegistry meters) {
        this.meters = meters;
        this.input = Timer.builder(INPUT)
                .description("time from an input to its committed transaction")
                .publishPercentiles(0.5, 0.99)
                .register(meters);
    }

    <T> T timed(Supplier<T> work) {
        long start = System.nanoTime();
        T result = work.get();
        input.record(Duration.ofNanos(System.nanoTime() - start));
        return result;
    }

    void transition(AlarmTransition transition) {
        meters.counter(TRANSITIONS, "transition", label(transition)).increment();
    }

    void ignored(Decision.Ignored reason) {
        meters.counter(IGNORED, "reason", label(reason)).increment();
    }

    void withheld(WithheldReason reason) {
        meters.counter(WITHHELD, "reason", reason.id()).increment();
    }

    private static String label(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
