package org.wardlight.app.demo;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.wardlight.app.operations.ProcessFigures;
import org.wardlight.app.terminal.CommandFailure;
import org.wardlight.app.terminal.ExitCode;
import org.wardlight.events.CareProfiles;
import org.wardlight.simulators.SimulatorApp;
import org.wardlight.simulators.connection.Ledger.Acknowledged;
import org.wardlight.simulators.scenario.ExpectedCondition;

/** Follows one demonstration from its first live value to the account of what became of every message. */
final class DemoRun {

    /** The way of a page with a margin for a busy machine: so long on the ward's clock, and at least so long on the wall. */
    private static final Duration PAGE_MARGIN = Duration.ofSeconds(15);

    private static final Duration PAGE_MARGIN_ON_THE_WALL = Duration.ofMillis(2500);

    private static final Settling SETTLING = new Settling(Duration.ofSeconds(15), Duration.ofMillis(250));

    /** After Ctrl-C the whole end shall take less than ten seconds. */
    private static final Duration HURRIED_PATIENCE = Duration.ofSeconds(2);

    private final EmbeddedWard ward;
    private final DemoOptions options;
    private final PageBook pages = new PageBook();
    private @Nullable Duration readyAfter;
    private Duration processorAtReady = Duration.ZERO;

    DemoRun(EmbeddedWard ward, DemoOptions options) {
        this.ward = ward;
        this.options = options;
        ward.station().onPage(pages::add);
    }

    /**
     * Waits for the first live value on the board; empty when none comes in a minute.
     *
     * @throws EndedEarly when asked to end before
     */
    Optional<Duration> awaitFirstValue() throws InterruptedException {
        Instant began =
                Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime());
        Instant giveUp = Instant.now().plus(Duration.ofMinutes(1));
        while (ward.station().firstLiveValueAt().isEmpty() && Instant.now().isBefore(giveUp)) {
            ward.endIfAsked();
            TimeUnit.MILLISECONDS.sleep(20);
        }
        processorAtReady = ProcessFigures.processorTime();
        readyAfter = ward.station()
                .firstLiveValueAt()
                .map(first -> Duration.between(began, first))
                .orElse(null);
        return Optional.ofNullable(readyAfter);
    }

    /** Counts what has come by now, unless asked to end: a long run cannot be counted whole in the seconds after Ctrl-C. */
    void countOn() {
        ward.log().readOn(ward::isAskedToEnd);
    }

    /**
     * Stops the devices, lets what they sent arrive, and counts.
     *
     * @throws CommandFailure when a signal asks to end and the log is too long to be counted in that time
     */
    DemoFigures finish() throws InterruptedException {
        Instant runEnd = ward.clock().instant();
        Duration processor = ProcessFigures.processorTime().minus(processorAtReady);
        ward.stopDevices();
        SimulatorApp devices = ward.simulators();
        Map<String, Acknowledged> acknowledged = devices.ledger().acknowledged();
        LogLedger log = ward.log();
        settle(log, acknowledged);
        long unpaged = unpaged(devices.groundTruth(), runEnd, log);
        // Taken before the wait for rows: signals of stopped devices are soon lost, and that is no alarm of the run.
        long alarms = log.alarmsStarted();
        long delivered = pages.count();
        DemoFigures.Latency latency = DemoFigures.Latency.of(pages.latencies());
        long trendRows = trendRows(log);
        Duration ready = readyAfter;
        return new DemoFigures(
                ready == null ? null : ready.toMillis(),
                options.beds(),
                devices.ledger().publishedCount(),
                devices.ledger().acknowledgedCount(),
                log.messages(),
                log.rejected(),
                alarms,
                delivered,
                latency,
                log.scores(),
                log.windows(),
                trendRows,
                log.readings() == 0 ? 0 : processor.toNanos() / 1000 / log.readings(),
                ProcessFigures.peakResidentBytes().orElse(0) / (1024 * 1024),
                log.missing(acknowledged) + unpaged);
    }

    /** What is acknowledged may still be on its way from the broker to Kafka. */
    private void settle(LogLedger log, Map<String, Acknowledged> acknowledged) throws InterruptedException {
        awaitAll(log, () -> -log.missing(acknowledged), () -> 0);
    }

    /** Rows of this run's windows, waiting for those that are still on their way into the store. */
    private long trendRows(LogLedger log) throws InterruptedException {
        return awaitAll(log, ward::trendRows, log::windows); // the job goes on closing windows for a while
    }

    private long awaitAll(LogLedger log, LongSupplier arrived, LongSupplier all) throws InterruptedException {
        Instant began = Instant.now();
        LongSupplier counted = () -> {
            count(log, began);
            return arrived.getAsLong();
        };
        return SETTLING.await(counted, all, () -> isHurriedOver(began));
    }

    private void count(LogLedger log, Instant began) {
        if (!log.readOn(() -> isHurriedOver(began))) {
            throw new CommandFailure(
                    "The log is too long to be counted in the time that Ctrl-C leaves: what became of it is not known.",
                    "End a long run with --for DURATION to have it counted.",
                    ExitCode.FAILED);
        }
    }

    private boolean isHurriedOver(Instant began) {
        return ward.isAskedToEnd() && Instant.now().isAfter(began.plus(HURRIED_PATIENCE));
    }

    private long unpaged(List<ExpectedCondition> groundTruth, Instant runEnd, LogLedger log) {
        return new ExpectedPages(CareProfiles.adultWard(), margin(options.speed()))
                .missing(groundTruth, runEnd, new ExpectedPages.Seen(pages.all(), log.closedAlarms()))
                .size();
    }

    private static Duration margin(double speed) {
        Duration onTheWall = Duration.ofMillis(Math.round(PAGE_MARGIN_ON_THE_WALL.toMillis() * speed));
        return onTheWall.compareTo(PAGE_MARGIN) > 0 ? onTheWall : PAGE_MARGIN;
    }
}
