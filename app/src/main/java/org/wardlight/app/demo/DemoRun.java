package org.wardlight.app.demo;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.wardlight.app.operations.ProcessFigures;
import org.wardlight.simulators.SimulatorApp;
import org.wardlight.simulators.connection.Ledger.Acknowledged;
import org.wardlight.simulators.scenario.ExpectedCondition;

/** Follows one demonstration from its first live value to the account of what became of every message. */
final class DemoRun {

    /** Longest on-delay of a rule that pages, and the way of the page with a margin for a busy machine. */
    private static final Duration REACTION = Duration.ofSeconds(45);

    private static final Duration SETTLE_PATIENCE = Duration.ofSeconds(15);
    private static final Duration CHECK_EVERY = Duration.ofMillis(250);

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

    /** Waits for the first live value on the board; empty when none comes in a minute. */
    Optional<Duration> awaitFirstValue() throws InterruptedException {
        Instant began =
                Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime());
        Instant giveUp = Instant.now().plus(Duration.ofMinutes(1));
        while (ward.station().firstLiveValueAt().isEmpty() && Instant.now().isBefore(giveUp)) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        processorAtReady = ProcessFigures.processorTime();
        readyAfter = ward.station()
                .firstLiveValueAt()
                .map(first -> Duration.between(began, first))
                .orElse(null);
        return Optional.ofNullable(readyAfter);
    }

    /** Stops the devices, lets what they sent arrive, and counts. */
    DemoFigures finish() throws InterruptedException {
        Instant runEnd = ward.clock().instant();
        Duration processor = ProcessFigures.processorTime().minus(processorAtReady);
        ward.stopDevices();
        SimulatorApp devices = ward.simulators();
        Map<String, Acknowledged> acknowledged = devices.ledger().acknowledged();
        LogLedger log = settle(acknowledged);
        long unpaged = unpaged(devices.groundTruth(), runEnd);
        Duration ready = readyAfter;
        return new DemoFigures(
                ready == null ? null : ready.toMillis(),
                options.beds(),
                devices.ledger().publishedCount(),
                devices.ledger().acknowledgedCount(),
                log.messages(),
                log.rejected(),
                log.alarmsStarted(),
                pages.count(),
                DemoFigures.Latency.of(pages.latencies()),
                log.scores(),
                0,
                log.readings() == 0 ? 0 : processor.toNanos() / 1000 / log.readings(),
                ProcessFigures.peakResidentBytes().orElse(0) / (1024 * 1024),
                log.missing(acknowledged) + unpaged);
    }

    /** What is acknowledged may still be on its way from the broker to Kafka. */
    private LogLedger settle(Map<String, Acknowledged> acknowledged) throws InterruptedException {
        Instant giveUp = Instant.now().plus(SETTLE_PATIENCE);
        LogLedger log = LogLedger.read(ward.view().kafka());
        while (log.missing(acknowledged) > 0 && Instant.now().isBefore(giveUp)) {
            TimeUnit.MILLISECONDS.sleep(CHECK_EVERY.toMillis());
            log = LogLedger.read(ward.view().kafka());
        }
        return log;
    }

    private long unpaged(List<ExpectedCondition> groundTruth, Instant runEnd) {
        return groundTruth.stream()
                .filter(expected -> expected.pages() && expected.isDueBy(runEnd, reaction(expected)))
                .filter(expected -> !pages.paged(expected))
                .count();
    }

    /** Temperature is judged over ten minutes, everything else that pages within half a minute. */
    private static Duration reaction(ExpectedCondition expected) {
        return expected.rule().startsWith("body-temperature") ? REACTION.plusMinutes(10) : REACTION;
    }
}
