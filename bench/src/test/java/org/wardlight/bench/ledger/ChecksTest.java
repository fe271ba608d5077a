package org.wardlight.bench.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.wardlight.bench.driving.PageReceiver.Page;
import org.wardlight.bench.driving.RunClock;
import org.wardlight.bench.driving.Sent;
import org.wardlight.bench.reference.ExpectedAlarms;
import org.wardlight.bench.reference.ExpectedAlarms.Expected;
import org.wardlight.bench.workload.Probes;
import org.wardlight.bench.workload.Workload;
import org.wardlight.events.v1.AlarmCondition;
import org.wardlight.events.v1.AlarmEvent;
import org.wardlight.events.v1.AlarmKind;
import org.wardlight.events.v1.AlarmTransition;
import org.wardlight.events.v1.ConditionPhase;
import org.wardlight.events.v1.ConditionSource;

/** Each check counts what it is for: a ledger that cannot say so proves nothing. */
class ChecksTest {

    private static final int BED = 2;

    private final Workload workload = new Workload(1, 5, new Probes(Map.of(BED, 20L)));
    private final RunClock clock = new RunClock();
    private final Map<Integer, Expected> expected = ExpectedAlarms.of(workload, 60);
    private final Checks checks = new Checks(workload, clock, expected);

    @Test
    void findsNothingWrongWithWhatWasToCome() {
        checks.conditions(List.of(condition(BED, 0)));
        checks.pages(List.of(page(BED, "03", 500)), Map.of("03", BED));
        checks.events(List.of(event(1, AlarmTransition.RAISED), event(2, AlarmTransition.PAGE_SENT)));

        assertThat(checks.allZero()).isTrue();
        assertThat(checks.counts()).containsOnlyKeys("L2", "L3", "L4", "L5", "L6", "L7", "L8");
    }

    @Test
    void countsAConditionThatNeverCame() {
        checks.conditions(List.of());

        assertThat(checks.counts()).containsEntry("L2", 1L).containsEntry("L3", 0L);
    }

    @Test
    void countsAConditionThatNobodyExpected() {
        checks.conditions(List.of(condition(BED, 0), condition(4, 0), condition(BED, 3_000)));

        assertThat(checks.counts()).containsEntry("L2", 0L).containsEntry("L3", 2L);
    }

    @Test
    void countsPagesThatComeTwiceLateForAnotherBedOrNever() {
        checks.pages(List.of(page(BED, "03", 500), page(BED, "03", 600)), Map.of("03", BED));
        assertThat(checks.counts()).containsEntry("L4", 1L);

        checks.pages(List.of(page(BED, "03", 10_500)), Map.of("03", BED));
        assertThat(checks.counts()).containsEntry("L6", 1L);

        checks.pages(List.of(page(BED, "04", 500)), Map.of("03", BED, "04", 3));
        assertThat(checks.counts()).containsEntry("L8", 1L);

        checks.pages(List.of(), Map.of());
        assertThat(checks.counts()).containsEntry("L5", 1L);
    }

    @Test
    void countsEventsOutOfOrder() {
        checks.events(List.of(event(1, AlarmTransition.RAISED), event(3, AlarmTransition.RESOLVED)));
        assertThat(checks.counts()).containsEntry("L7", 1L);

        checks.events(List.of(event(1, AlarmTransition.ESCALATED)));
        assertThat(checks.counts()).containsEntry("L7", 1L);
    }

    @Test
    void countsWhatWasAcknowledgedAndIsNowhere() {
        Sent sent = new Sent(5);
        sent.acknowledged(1, 0);
        sent.acknowledged(1, 1);
        BitSet found = new BitSet();
        found.set(1);

        assertThat(sent.missing(1, found)).isEqualTo(1);
        assertThat(sent.acknowledgedCount()).isEqualTo(2);
    }

    private AlarmCondition condition(int bed, long laterMillis) {
        return AlarmCondition.newBuilder()
                .setRule(ExpectedAlarms.RULE)
                .setKind(AlarmKind.PHYSIOLOGICAL)
                .setPhase(ConditionPhase.CONDITION_START)
                .setOnsetMs(clock.epochMillis(workload.dueMillis(bed, 20) + laterMillis))
                .setSource(ConditionSource.newBuilder().setDeviceId(Workload.device(bed)))
                .build();
    }

    private Page page(int bed, String bedName, double afterDue) {
        double due = workload.dueMillis(bed, 20) + 10_000;
        return new Page(
                due + afterDue,
                "alarm",
                "physiological",
                ExpectedAlarms.RULE,
                bedName,
                1,
                "RN Okafor",
                Workload.device(bed),
                30,
                false,
                clock.epochMillis(due));
    }

    private static AlarmEvent event(long seq, AlarmTransition transition) {
        return AlarmEvent.newBuilder()
                .setAlarmId("alarm")
                .setSeq(seq)
                .setTransition(transition)
                .build();
    }
}
