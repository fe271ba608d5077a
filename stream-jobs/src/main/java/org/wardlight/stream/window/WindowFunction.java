package org.wardlight.stream.window;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wardlight.events.v1.VitalNumeric;
import org.wardlight.events.v1.VitalWindow;

/** Keyed by patient: keeps the {@link WindowState} and lets {@link PatientWindows} open and close windows on its grid. */
public final class WindowFunction extends KeyedProcessFunction<String, VitalNumeric, VitalWindow> {

    private static final Logger LOG = LoggerFactory.getLogger(WindowFunction.class);
    private static final long serialVersionUID = 1L;

    private final WindowPolicy policy;
    private transient ValueState<WindowState> states;
    private transient Map<WindowTally, Counter> counters;

    /** The operator, writing windows by this policy. */
    @SuppressWarnings("NullAway.Init") // Flink calls open() before anything else
    public WindowFunction(WindowPolicy policy) {
        this.policy = policy;
    }

    @Override
    public void open(OpenContext context) {
        states = getRuntimeContext().getState(new ValueStateDescriptor<>("windows", WindowState.class));
        counters = new EnumMap<>(WindowTally.class);
        for (WindowTally tally : WindowTally.values()) {
            String name = tally.name().toLowerCase(Locale.ROOT);
            counters.put(tally, getRuntimeContext().getMetricGroup().counter(name));
        }
    }

    @Override
    public void processElement(VitalNumeric numeric, Context context, Collector<VitalWindow> out) throws Exception {
        WindowState state = states.value();
        if (state == null) {
            state = new WindowState();
        }
        long planned = state.nextGridMillis;
        PatientWindows windows =
                new PatientWindows(policy, context.getCurrentKey(), state, collectIn(new ArrayList<>()));
        try {
            windows.arrive(numeric, context.timerService().currentWatermark());
        } catch (RuntimeException e) {
            failed("readings could not be given to their windows", e);
        }
        if (windows.nextGridMillis() != Long.MAX_VALUE) {
            states.update(state);
        }
        if (windows.nextGridMillis() != planned) {
            context.timerService().registerEventTimeTimer(windows.nextGridMillis());
        }
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<VitalWindow> out) throws Exception {
        WindowState state = states.value();
        if (state == null) {
            return;
        }
        // Given on only afterwards: an error of what takes them is no error of ours, and has to restart the job.
        List<VitalWindow> written = new ArrayList<>();
        PatientWindows windows = new PatientWindows(policy, context.getCurrentKey(), state, collectIn(written));
        if (isOver(windows, context.timerService().currentWatermark())) {
            states.clear();
        } else {
            states.update(state);
            context.timerService().registerEventTimeTimer(windows.nextGridMillis());
        }
        written.forEach(out::collect);
    }

    /** A watermark that jumps passes many grid points: one call lives through all of them. */
    private boolean isOver(PatientWindows windows, long watermarkMillis) {
        try {
            return windows.advance(watermarkMillis);
        } catch (RuntimeException e) {
            failed("windows of a patient could not be closed and are given up", e);
            return true;
        }
    }

    /** After a restart it would fail again: trends must not silence the ward. */
    private void failed(String what, RuntimeException cause) {
        LOG.error(what, cause);
        count(new WindowOutput.Counted(WindowTally.FAILED, 1));
    }

    private Consumer<WindowOutput> collectIn(List<VitalWindow> windows) {
        return output -> {
            if (output instanceof WindowOutput.Written written) {
                windows.add(written.window());
            } else if (output instanceof WindowOutput.Counted counted) {
                count(counted);
            }
        };
    }

    /** How often since the start. */
    long counted(WindowTally tally) {
        Counter counter = counters.get(tally);
        return counter == null ? 0 : counter.getCount();
    }

    private void count(WindowOutput.Counted counted) {
        Counter counter = counters.get(counted.tally());
        if (counter != null) {
            counter.inc(counted.times());
        }
    }
}
