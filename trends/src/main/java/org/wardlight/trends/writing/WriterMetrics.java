package org.wardlight.trends.writing;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** Counts what goes to the store. */
final class WriterMetrics {

    /** Rows that the store has accepted, by measurement. */
    static final String ROWS = "wardlight.trends.rows";
    /** Records that did not become rows, by reason. */
    static final String REJECTED = "wardlight.trends.rows.rejected";
    /** Attempts to write that are to be repeated, by reason. */
    static final String FAILED = "wardlight.trends.batches.failed";
    /** Time for one attempt to write. */
    static final String WRITE = "wardlight.trends.write";
    /** Records that wait in the log. */
    static final String LAG = "wardlight.trends.lag.records";
    /** How long the store has taken nothing, s. */
    static final String DELAY = "wardlight.trends.delay";

    private final MeterRegistry meters;
    private final Timer write;
    private final AtomicLong lag = new AtomicLong();

    WriterMetrics(MeterRegistry meters, Supplier<Duration> delay) {
        this.meters = meters;
        this.write = Timer.builder(WRITE)
                .description("time for one attempt to write rows")
                .publishPercentiles(0.5, 0.99)
                .register(meters);
        Gauge.builder(LAG, lag, AtomicLong::get)
                .description("records that wait to become rows")
                .register(meters);
        Gauge.builder(DELAY, () -> delay.get().toMillis() / 1000.0)
                .description("how long the store has taken nothing")
                .baseUnit("seconds")
                .register(meters);
    }

    <T> T timed(Supplier<T> attempt) {
        long start = System.nanoTime();
        T result = attempt.get();
        write.record(Duration.ofNanos(System.nanoTime() - start));
        return result;
    }

    void accepted(List<TrendRow> rows) {
        rows.forEach(
                row -> meters.counter(ROWS, "measurement", row.measurement()).increment());
    }

    void rejected(Rejection reason) {
        meters.counter(REJECTED, "reason", reason.id()).increment();
    }

    void failed(String reason) {
        meters.counter(FAILED, "reason", reason).increment();
    }

    void lag(long records) {
        lag.set(records);
    }
}
