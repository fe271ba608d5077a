package org.wardlight.stream.patient;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.wardlight.bench.scenario.TroubledWard;
import org.wardlight.events.v1.RawRecord;
import org.wardlight.stream.MonitoringJob;
import org.wardlight.stream.StateBytes;
import org.wardlight.stream.device.DeviceMemory;
import org.wardlight.stream.device.DevicePolicy;
import org.wardlight.stream.scoring.ModelSpecs;

/** NEWS2, what several vitals say together, and what is usual for a patient stay small. */
class PatientStateSizeTest {

    private static final int MOST_BYTES = 10_000;
    private static final long LOOK_MILLIS = 60_000;

    private final Map<String, PatientState> states = new TreeMap<>();
    private final Map<String, PatientChart> charts = new TreeMap<>();

    @Test
    void staysUnderTenKilobytesWithoutWhatModelsLookBackOn() {
        DeviceMemory devices = new DeviceMemory(
                DevicePolicy.STANDARD,
                new DeviceMemory.Hearers(
                        numeric -> chart(numeric.getPatientRef()).arrive(numeric),
                        condition -> {},
                        change -> chart(change.getPatient().getPatientRef())
                                .arrive(change.getPatient(), change.getIngestTimeMs()),
                        tally -> {}));
        IntSummaryStatistics bytes = new IntSummaryStatistics();
        IntSummaryStatistics usual = new IntSummaryStatistics();
        long next = TroubledWard.START + LOOK_MILLIS;
        for (RawRecord record : TroubledWard.of(9, 10, 3_600).log()) {
            long at = TroubledWard.ingestMillis(record);
            for (; next <= at; next += LOOK_MILLIS) {
                devices.advance(next);
                long now = next;
                charts.values().forEach(chart -> chart.advance(now));
                for (PatientState state : states.values()) {
                    bytes.accept(withoutPending(state));
                    usual.accept(usual(state));
                }
            }
            devices.apply(MonitoringJob.historyOf(record), record);
        }

        System.out.printf(
                "state of a patient: %.0f bytes on average, %d at most; %.0f of them for levels and what is usual%n",
                bytes.getAverage(), bytes.getMax(), usual.getAverage());
        assertThat(bytes.getMax()).isLessThan(MOST_BYTES);
    }

    /** What waits for the next look is gone with it. */
    private static int withoutPending(PatientState state) {
        var pending = state.pending;
        state.pending = new ArrayList<>();
        int bytes = StateBytes.of(PatientState.class, state);
        state.pending = pending;
        return bytes;
    }

    private static int usual(PatientState state) {
        PatientState only = new PatientState();
        int nothing = StateBytes.of(PatientState.class, only);
        only.baselines = state.baselines;
        only.trends = state.trends;
        return StateBytes.of(PatientState.class, only) - nothing;
    }

    private PatientChart chart(String patient) {
        return charts.computeIfAbsent(patient, none -> {
            PatientState state = states.computeIfAbsent(patient, unknown -> new PatientState());
            return new PatientChart(
                    new ScoringRules(ScorePolicy.STANDARD, ModelSpecs.NONE), patient, state, output -> {});
        });
    }
}
