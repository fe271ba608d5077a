package org.wardlight.app.trends;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.wardlight.app.terminal.CommandFailure;
import org.wardlight.app.terminal.ExitCode;
import org.wardlight.app.terminal.Terminal;
import org.wardlight.trends.reading.TrendRange;
import org.wardlight.trends.reading.TrendSeries;
import org.wardlight.trends.reading.TrendsUnavailable;
import org.wardlight.trends.store.StoreAnswer;
import org.wardlight.trends.store.TrendStore;

/** Writes a ward of made-up patients to a store, then asks it what a patient page and a ward page ask, and takes the time. */
final class StoreTiming {

    private static final Duration CHART_STEP = Duration.ofMinutes(15);
    private static final Duration WARD_STEP = Duration.ofMinutes(1);
    private static final int CHART_TARGET_MILLIS = 150;
    private static final int WARD_TARGET_MILLIS = 300;
    private static final int WARM_UPS = 3;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int MINUTES_IN_A_WRITE = 10;

    private final TrendStore store;
    private final TimedWard ward;
    private final Terminal lines;

    StoreTiming(TrendStore store, TimedWard ward, Terminal lines) {
        this.store = store;
        this.ward = ward;
        this.lines = lines;
    }

    /** Writes all rows; returns how long that took. */
    Duration write() {
        Random random = new Random(1);
        long started = System.nanoTime();
        int told = 0;
        for (int minute = 0; minute < ward.minutes(); minute += MINUTES_IN_A_WRITE) {
            List<String> rows = new ArrayList<>();
            for (int i = minute; i < Math.min(minute + MINUTES_IN_A_WRITE, ward.minutes()); i++) {
                rows.addAll(ward.minute(i, random));
            }
            write(rows);
            int tenths = (minute + MINUTES_IN_A_WRITE) * 10 / ward.minutes();
            if (tenths > told) {
                told = tenths;
                lines.line("  written " + Math.min(100, tenths * 10) + " %");
            }
        }
        return Duration.ofNanos(System.nanoTime() - started);
    }

    /** Waits until what was written can be read: some stores sort it in the background. */
    void awaitReadable() throws InterruptedException, TrendsUnavailable {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (buckets(chart()) < expectedChart() || buckets(wardPage()) < expectedWard()) {
            if (System.nanoTime() > end) {
                throw new CommandFailure(
                        "The store does not give back everything that was written.",
                        "Does its retention cover " + ward.hours() + " hours?",
                        ExitCode.FAILED);
            }
            Thread.sleep(100);
        }
    }

    /** 72 hours of one patient, as a patient page asks. */
    ReadTiming timeChart(int runs) throws TrendsUnavailable {
        return time(ward.hours() + " h of one patient, step 15 min", this::chart, runs, CHART_TARGET_MILLIS);
    }

    /** The last hour of everybody. */
    ReadTiming timeWard(int runs) throws TrendsUnavailable {
        String question = "last hour of " + ward.patients().size() + " patients, step 1 min";
        return time(question, this::wardPage, runs, WARD_TARGET_MILLIS);
    }

    private ReadTiming time(String name, Question question, int runs, int targetMillis) throws TrendsUnavailable {
        long found = 0;
        for (int i = 0; i < WARM_UPS; i++) {
            found = buckets(question.ask());
        }
        long[] nanos = new long[runs];
        for (int i = 0; i < runs; i++) {
            long started = System.nanoTime();
            found = Math.min(found, buckets(question.ask()));
            nanos[i] = System.nanoTime() - started;
        }
        return ReadTiming.of(name, found, nanos, targetMillis);
    }

    private List<TrendSeries> chart() throws TrendsUnavailable {
        TrendRange range = TrendRange.of(ward.start(), ward.end(), CHART_STEP);
        return store.reader().vitals(List.of(ward.patients().get(0)), TimedWard.VITALS, range);
    }

    private List<TrendSeries> wardPage() throws TrendsUnavailable {
        TrendRange range = TrendRange.of(ward.end().minus(Duration.ofHours(1)), ward.end(), WARD_STEP);
        return store.reader().vitals(ward.patients(), TimedWard.VITALS, range);
    }

    private long expectedChart() {
        return TimedWard.VITALS.size() * (ward.minutes() / CHART_STEP.toMinutes());
    }

    private long expectedWard() {
        return (long) ward.patients().size() * TimedWard.VITALS.size() * Math.min(60, ward.minutes());
    }

    private static long buckets(List<TrendSeries> series) {
        return series.stream().mapToLong(one -> one.buckets().size()).sum();
    }

    private void write(List<String> rows) {
        StoreAnswer answer = store.write(rows);
        if (answer instanceof StoreAnswer.TryAgain again) {
            throw CommandFailure.notReady(
                    "Nothing is written: " + again.why() + ".", "Check --uri, --token, --bucket.");
        }
        if (answer instanceof StoreAnswer.Refused refused) {
            throw new CommandFailure(
                    "The store refuses a row: " + refused.detail() + ".",
                    "Does its retention cover " + ward.hours() + " hours?",
                    ExitCode.FAILED);
        }
    }

    private interface Question {
        List<TrendSeries> ask() throws TrendsUnavailable;
    }
}
