package org.wardlight.stream.device;

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

/** Attribution, limits, signals and order of a device in which everything goes wrong stay small. */
class DeviceStateSizeTest {

    private static final int MOST_BYTES = 6_000;
    private static final int EVERY = 10_000;

    @Test
    void staysUnderSixKilobytesOnADeviceThatFailsInEveryWay() {
        Map<String, DeviceState> states = new TreeMap<>();
        Map<String, DeviceHistory> histories = new TreeMap<>();
        IntSummaryStatistics bytes = new IntSummaryStatistics();
        int records = 0;
        for (RawRecord record : TroubledWard.of(9, 10, 3_600).log()) {
            String device = MonitoringJob.historyOf(record);
            DeviceState state = states.computeIfAbsent(device, none -> new DeviceState());
            histories
                    .computeIfAbsent(device, none -> new DeviceHistory(DevicePolicy.STANDARD, state, output -> {}))
                    .apply(record);
            records++;
            if (records % EVERY == 0) {
                for (DeviceState each : states.values()) {
                    bytes.accept(withoutUnassigned(each));
                }
            }
        }

        System.out.printf("state of a device: %.0f bytes on average, %d at most%n", bytes.getAverage(), bytes.getMax());
        assertThat(bytes.getMax()).isLessThan(MOST_BYTES);
    }

    /** What nobody wore the device for waits in full, a quarter of an hour at most. */
    private static int withoutUnassigned(DeviceState state) {
        var unassigned = state.unassigned;
        state.unassigned = new ArrayList<>();
        int bytes = StateBytes.of(DeviceState.class, state);
        state.unassigned = unassigned;
        return bytes;
    }
}
