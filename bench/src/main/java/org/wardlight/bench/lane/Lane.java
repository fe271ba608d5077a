package org.wardlight.bench.lane;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.jspecify.annotations.Nullable;
import org.wardlight.bench.driving.Gateways;
import org.wardlight.bench.driving.OpenLoop;
import org.wardlight.bench.driving.PageReceiver;
import org.wardlight.bench.driving.RunClock;
import org.wardlight.bench.driving.Sent;
import org.wardlight.bench.driving.StallProbe;
import org.wardlight.bench.ledger.Checks;
import org.wardlight.bench.ledger.LogEdges;
import org.wardlight.bench.reference.ExpectedAlarms;
import org.wardlight.bench.reference.ExpectedAlarms.Expected;
import org.wardlight.bench.workload.Probes;
import org.wardlight.bench.workload.Workload;

/** Drives one ward once: warm-up, measured time, and then as long as expected pages may still come. */
public final class Lane {

    private static final double SETTLE_MILLIS = 15_000;
    private static final long LOOK_NANOS = Duration.ofMillis(200).toNanos();
    private static final double KILOBYTE = 1_024;

    private final LanePlan plan;
    private final Workload workload;
    private final Consumer<String> progress;
    private final RunClock clock;
    private final PageReceiver receiver;

    /**
     * A lane.
     *
     * @param clock begins when the first message is due
     * @param receiver where the ward sends its pages
     * @param progress told what is going on
     */
    public Lane(LanePlan plan, RunClock clock, PageReceiver receiver, Consumer<String> progress) {
        this.plan = plan;
        this.clock = clock;
        this.receiver = receiver;
        this.progress = progress;
        int from = plan.warmUpSeconds() + 2;
        long to = plan.readings() - LanePlan.LEFT_FOR_ALARMS;
        int probes = (int) Math.max(1, Math.round(plan.probesPerSecond() * (to - from)));
        this.workload =
                new Workload(plan.seed(), plan.beds(), Probes.spread(plan.seed(), plan.beds(), probes, from, to));
    }

    /** Drives the ward. */
    public LaneResult run(WardProcess ward) throws IOException, MqttException {
        Map<Integer, Expected> expected = ExpectedAlarms.of(workload, plan.readings());
        long heapBefore = ward.heapBytes();
        LogEdges edges = ward.kafka().isEmpty() ? null : LogEdges.begin(workload, ward.kafka());
        try (Gateways gateways = Gateways.connect(ward.mqtt(), plan.connections());
                StallProbe stall = StallProbe.begin()) {
            Sent sent = new Sent(plan.beds());
            OpenLoop loop = new OpenLoop(workload, gateways, sent, clock, ward.site());
            progress.accept("warm-up " + plan.warmUpSeconds() + " s, " + gateways.size() + " connections for "
                    + plan.beds() + " beds");
            clock.begin();
            loop.send(0, plan.warmUpSeconds());
            Map<String, Long> threadsBefore = ward.threads();
            Duration cpuBefore = ward.cpu();
            progress.accept("measuring " + plan.seconds() + " s, " + expected.size() + " alarms to come");
            loop.send(plan.warmUpSeconds(), plan.readings());
            CpuUse cpu = new CpuUse(ward.cpu().minus(cpuBefore), threadsBefore, ward.threads());
            settle(expected.size(), sent, edges);
            long grown = ward.heapBytes() - heapBefore;
            return result(new Observed(loop, sent, edges, stall, cpu, grown), expected, ward.beds());
        } finally {
            if (edges != null) {
                edges.close();
            }
        }
    }

    private record Observed(
            OpenLoop loop, Sent sent, @Nullable LogEdges edges, StallProbe stall, CpuUse cpu, long grownBytes) {}

    private LaneResult result(Observed seen, Map<Integer, Expected> expected, List<String> bedNames) {
        Checks checks = new Checks(workload, clock, expected);
        if (seen.edges != null) {
            checks.log(seen.sent, seen.edges);
            checks.conditions(seen.edges.conditions());
            checks.events(seen.edges.events());
        }
        checks.pages(receiver.pages(), byName(bedNames));
        PageLatency latency = new PageLatency(workload, clock, receiver.pages());
        double measured = (double) plan.beds() * Workload.VALUES * plan.seconds();
        return new LaneResult(
                measured / plan.seconds(),
                seen.sent.count(),
                seen.sent.acknowledgedCount(),
                latency.all().count(),
                expected.size(),
                checks.counts(),
                latency.all(),
                Latencies.of(seen.loop.acknowledgement()),
                Latencies.of(seen.stall.late()),
                seen.loop.latestMillis(),
                seen.cpu.microsPerReading(measured),
                seen.cpu.microsPerReadingByWork(measured),
                seen.grownBytes / KILOBYTE / plan.beds());
    }

    /** Waits for what is on its way, no longer than a page may take. */
    private void settle(int pages, Sent sent, @Nullable LogEdges edges) {
        double giveUp = clock.millis() + SETTLE_MILLIS;
        while (clock.millis() < giveUp && !isSettled(pages, sent, edges)) {
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    private boolean isSettled(int pages, Sent sent, @Nullable LogEdges edges) {
        long first = receiver.pages().stream().filter(page -> page.level() == 1).count();
        if (first < pages || sent.acknowledgedCount() < sent.count()) {
            return false;
        }
        if (edges == null) {
            return true;
        }
        if (edges.begun() < pages) {
            return false;
        }
        for (int bed = 0; bed < plan.beds(); bed++) {
            if (sent.missing(bed, edges.readings(bed)) > 0) {
                return false;
            }
        }
        return true;
    }

    private static Map<String, Integer> byName(List<String> bedNames) {
        Map<String, Integer> byName = new HashMap<>();
        for (int bed = 0; bed < bedNames.size(); bed++) {
            byName.put(bedNames.get(bed), bed);
        }
        return byName;
    }
}
