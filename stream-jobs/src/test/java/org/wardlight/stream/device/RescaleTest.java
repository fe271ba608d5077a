package org.wardlight.stream.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.wardlight.bench.scenario.TroubledWard;
import org.wardlight.events.v1.RawRecord;
import org.wardlight.events.v1.VitalNumeric;
import org.wardlight.stream.MonitoringJob;

/** From one task to two in mid-run: delays under way and open conditions go on as if nothing had happened. */
@SuppressWarnings("try") // The harness may be interrupted when it closes; nobody does that.
class RescaleTest {

    private static final int KEY_GROUPS = 128;

    @BeforeAll
    static void tellTheHarnessHowRecordsAreCopied() {
        DeviceFunctionHarnessTest.tellHowRecordsAreCopied();
    }

    @Test
    void goesOnOnTwoTasksWhereOneStopped() throws Exception {
        TroubledWard ward = TroubledWard.of(21, 8, 1_800);
        List<RawRecord> log = ward.log();
        int half = log.size() / 2;
        long pause = TroubledWard.ingestMillis(log.get(half)) - 1;
        List<RawRecord> before = log.stream()
                .filter(record -> TroubledWard.ingestMillis(record) <= pause)
                .toList();
        List<RawRecord> after = log.subList(before.size(), log.size());

        List<String> whole;
        try (var one = harness(1, 0)) {
            one.open();
            whole = run(one, log, ward.endMillis());
        }
        List<String> told = new ArrayList<>();
        OperatorSubtaskState saved;
        try (var one = harness(1, 0)) {
            one.open();
            told.addAll(run(one, before, pause));
            saved = one.snapshot(1, 1);
        }
        int sharesOfState = 0;
        for (int task = 0; task < 2; task++) {
            int index = task;
            try (var two = harness(2, task)) {
                two.initializeState(
                        AbstractStreamOperatorTestHarness.repartitionOperatorState(saved, KEY_GROUPS, 1, 2, task));
                two.open();
                sharesOfState += two.numKeyedStateEntries() > 0 ? 1 : 0;
                List<RawRecord> own = after.stream()
                        .filter(record -> KeyGroupRangeAssignment.assignKeyToParallelOperator(
                                        MonitoringJob.historyOf(record), KEY_GROUPS, 2)
                                == index)
                        .toList();
                told.addAll(run(two, own, ward.endMillis()));
            }
        }

        assertThat(sharesOfState).isEqualTo(2);
        assertThat(whole).hasSizeGreaterThan(200);
        assertThat(told).containsExactlyInAnyOrderElementsOf(whole);
    }

    private static List<String> run(
            KeyedOneInputStreamOperatorTestHarness<String, RawRecord, VitalNumeric> harness,
            List<RawRecord> log,
            long endMillis)
            throws Exception {
        for (RawRecord record : log) {
            long at = TroubledWard.ingestMillis(record);
            harness.processWatermark(at - 1);
            harness.processElement(record, at);
        }
        harness.processWatermark(endMillis);
        var conditions = harness.getSideOutput(DeviceFunction.CONDITIONS);
        return conditions == null
                ? List.of()
                : conditions.stream()
                        .map(condition -> condition.getValue().toString())
                        .toList();
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, RawRecord, VitalNumeric> harness(
            int parallelism, int task) throws Exception {
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new DeviceFunction(DevicePolicy.STANDARD)),
                MonitoringJob::historyOf,
                Types.STRING,
                KEY_GROUPS,
                parallelism,
                task);
    }
}
