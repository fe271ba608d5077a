package org.wardlight.alerting.desk;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wardlight.alerting.alarm.Decision;
import org.wardlight.alerting.alarm.Effect;
import org.wardlight.events.v1.AlarmEvent;

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

    private static final Logger LOG = LoggerFactory.getLogger(AlarmDesk.class);

    private final MeterRegistry meters;
    private final Timer input;
    private final BurdenMetrics burden;

    DeskMetrics(MeterRegistry meters) {
        this.meters = meters;
        this.burden = new BurdenMetrics(meters);
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

    /** What one input has led to; also a line in the log for each transition. */
    void count(Decision decision) {
        Decision.Ignored ignored = decision.ignored();
        if (ignored != null) {
            meters.counter(IGNORED, "reason", label(ignored)).increment();
        }
        for (Effect effect : decision.effects()) {
            if (effect instanceof Effect.Publish publish) {
                transition(publish.event());
            } else if (effect instanceof Effect.NotPaged notPaged) {
                meters.counter(WITHHELD, "reason", notPaged.reason().id()).increment();
            }
        }
    }

    /** A person has said that an alarm of this ward needed nobody. */
    void notActionable(String wardId) {
        burden.notActionable(wardId);
    }

    private void transition(AlarmEvent event) {
        burden.count(event);
        meters.counter(TRANSITIONS, "transition", label(event.getTransition())).increment();
        LOG.info(
                "transition={} state={} level={} seq={} alarm={}",
                event.getTransition(),
                event.getState(),
                event.getLevel(),
                event.getSeq(),
                event.getAlarmId());
    }

    private static String label(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
