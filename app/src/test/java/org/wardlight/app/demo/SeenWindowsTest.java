package org.wardlight.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.wardlight.events.v1.Method;
import org.wardlight.events.v1.Vital;
import org.wardlight.events.v1.VitalWindow;

class SeenWindowsTest {

    private static final VitalWindow WINDOW = VitalWindow.newBuilder()
            .setPatientRef("p-1")
            .setVital(Vital.HEART_RATE)
            .setMethod(Method.ECG)
            .setResolutionMs(10_000)
            .setStartMs(Instant.parse("2026-11-26T12:00:00Z").toEpochMilli())
            .build();

    private final SeenWindows windows = new SeenWindows();

    @Test
    void countsAWindowOnceHoweverOftenItWasWritten() {
        windows.add(WINDOW);
        windows.add(WINDOW.toBuilder().setCount(7).build());

        assertThat(windows.count()).isEqualTo(1);
    }

    @Test
    void countsWhatDiffersInOnePartOfItsIdentity() {
        windows.add(WINDOW);
        List<Function<VitalWindow.Builder, VitalWindow.Builder>> differences = List.of(
                window -> window.setPatientRef("p-2"),
                window -> window.setVital(Vital.PULSE_RATE),
                window -> window.setMethod(Method.OXIMETRY),
                window -> window.setResolutionMs(60_000),
                window -> window.setPart(1),
                window -> window.setStartMs(WINDOW.getStartMs() + 10_000),
                window -> window.setStartMs(WINDOW.getStartMs() - 24 * 3_600_000));

        differences.forEach(
                difference -> windows.add(difference.apply(WINDOW.toBuilder()).build()));

        assertThat(windows.count()).isEqualTo(1 + differences.size());
    }
}
