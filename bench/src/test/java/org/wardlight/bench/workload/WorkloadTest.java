package org.wardlight.bench.workload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.wardlight.events.v1.Measurement;
import org.wardlight.events.v1.Vital;

class WorkloadTest {

    private final Probes probes = Probes.spread(7, 100, 30, 40, 70);
    private final Workload workload = new Workload(7, 100, probes);

    @Test
    void sendsTheSameWheneverItIsAsked() {
        assertThat(new Workload(7, 100, probes).message(3, 12, 1_000, 1_001))
                .isEqualTo(workload.message(3, 12, 1_000, 1_001));
        assertThat(new Workload(8, 100, probes).message(3, 12, 1_000, 1_001))
                .isNotEqualTo(workload.message(3, 12, 1_000, 1_001));
    }

    @Test
    void hasEightValuesWithinLimitsButForProbes() {
        for (int bed = 0; bed < 100; bed++) {
            for (long seq = 0; seq < 100; seq++) {
                assertThat(workload.message(bed, seq, 0, 0).getMeasurementsCount())
                        .isEqualTo(Workload.VALUES);
                double pulse = pulse(bed, seq);
                assertThat(pulse > 120).isEqualTo(probes.isBeyond(bed, seq));
            }
        }
    }

    @Test
    void spreadsBedsOverTheSecondAndProbesOverTheirStretch() {
        Set<Double> due = new HashSet<>();
        for (int bed = 0; bed < 100; bed++) {
            due.add(workload.dueMillis(bed, 0));
        }
        assertThat(due).hasSize(100).allMatch(millis -> millis >= 0 && millis < 1_000);
        assertThat(probes.firstSeq()).hasSize(30);
        assertThat(probes.firstSeq().values()).allMatch(seq -> seq >= 40 && seq < 70);
        assertThat(Probes.spread(7, 5, 30, 0, 10).firstSeq()).hasSize(5);
    }

    @Test
    void knowsItsDevicesAndNoOthers() {
        assertThat(workload.bedOf(Workload.device(42))).isEqualTo(42);
        assertThat(workload.bedOf("mon-07")).isNegative();
        assertThat(workload.bedOf("bench-x")).isNegative();
    }

    private double pulse(int bed, long seq) {
        return workload.message(bed, seq, 0, 0).getMeasurementsList().stream()
                .filter(measurement -> measurement.getVital() == Vital.PULSE_RATE)
                .mapToDouble(Measurement::getValue)
                .sum();
    }
}
