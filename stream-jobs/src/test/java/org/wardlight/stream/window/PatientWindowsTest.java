package org.wardlight.stream.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.wardlight.stream.window.Ward.ANNA;
import static org.wardlight.stream.window.Ward.at;
import static org.wardlight.stream.window.Ward.heart;
import static org.wardlight.stream.window.Ward.message;
import static org.wardlight.stream.window.Ward.monitor;
import static org.wardlight.stream.window.Ward.reading;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wardlight.events.v1.Code;
import org.wardlight.events.v1.Measurement;
import org.wardlight.events.v1.Method;
import org.wardlight.events.v1.MissingReason;
import org.wardlight.events.v1.ReadingFlag;
import org.wardlight.events.v1.Vital;
import org.wardlight.events.v1.VitalNumeric;
import org.wardlight.events.v1.VitalWindow;

class PatientWindowsTest {

    private static final long NEVER = Long.MIN_VALUE;

    private final WindowState state = new WindowState();
    private final List<VitalWindow> written = new ArrayList<>();
    private final List<WindowTally> counted = new ArrayList<>();
    private final PatientWindows windows = new PatientWindows(WindowPolicy.STANDARD, ANNA, state, this::hear);

    @Test
    void writesTenSecondsAtTheGridPointAfterTheirEndAndGrace() {
        for (int second = 0; second < 10; second++) {
            arrive(heart(second, second + 0.2, 60 + second));
        }

        windows.advance(at(11.9));
        assertThat(written).isEmpty();
        windows.advance(at(17));

        assertThat(written).singleElement().satisfies(window -> {
            assertThat(window.getPatientRef()).isEqualTo(ANNA);
            assertThat(window.getSite()).isEqualTo("north");
            assertThat(window.getVital()).isEqualTo(Vital.HEART_RATE);
            assertThat(window.getMethod()).isEqualTo(Method.ECG);
            assertThat(window.getResolutionMs()).isEqualTo(10_000);
            assertThat(window.getStartMs()).isEqualTo(at(0));
            assertThat(window.getPart()).isZero();
            assertThat(window.getMin()).isEqualTo(60);
            assertThat(window.getMean()).isCloseTo(64.5, within(1e-9));
            assertThat(window.getMax()).isEqualTo(69);
            assertThat(window.getSd()).isCloseTo(Math.sqrt(8.25), within(1e-9));
            assertThat(window.getSlope()).isCloseTo(60, within(1e-9));
            assertThat(window.getCount()).isEqualTo(10);
            assertThat(window.getCoverage()).isEqualTo(1);
            assertThat(window.getLate()).isZero();
            assertThat(window.getDueMs()).isBetween(at(12), at(17) - 1);
        });
    }

    @Test
    void leavesOutWhatWasChartedBecauseItMayBeTakenBack() {
        Measurement charted = reading(Vital.HEART_RATE, 1, 180).toBuilder()
                .setMethod(Method.MANUAL)
                .addFlags(ReadingFlag.CHARTED)
                .build();
        arrive(message("", 1, 1.2, charted));
        arrive(message("mon-07", 2, 1.3, charted, reading(Vital.HEART_RATE, 1, 60)));

        windows.advance(at(300));

        assertThat(written).isNotEmpty().allSatisfy(window -> {
            assertThat(window.getCount()).isEqualTo(1);
            assertThat(window.getMax()).isEqualTo(60);
        });
    }

    @Test
    void putsAMinuteTogetherFromItsTenSecondsOnce() {
        for (int second = 0; second < 120; second += 2) {
            arrive(heart(second, second + 0.2, second));
        }

        windows.advance(at(140));

        assertThat(ofResolution(60_000)).singleElement().satisfies(minute -> {
            assertThat(minute.getStartMs()).isEqualTo(at(0));
            assertThat(minute.getCount()).isEqualTo(30);
            assertThat(minute.getMin()).isZero();
            assertThat(minute.getMax()).isEqualTo(58);
            assertThat(minute.getMean()).isCloseTo(29, within(1e-9));
            assertThat(minute.getSlope()).isCloseTo(60, within(1e-9));
            assertThat(minute.getCoverage()).isEqualTo(0.5);
            assertThat(minute.getDueMs()).isBetween(at(88), at(100));
        });
    }

    @Test
    void writesAWindowAgainWhenAStragglerComes() {
        arrive(heart(1, 1.2, 60));
        windows.advance(at(20));
        arrive(heart(9, 25, 80));

        windows.advance(at(40));

        assertThat(written).extracting(VitalWindow::getPart).containsExactly(0, 0);
        assertThat(written).extracting(VitalWindow::getCount).containsExactly(1L, 2L);
        assertThat(written).extracting(VitalWindow::getMax).containsExactly(60.0, 80.0);
    }

    @Test
    void writesWhatComesForAWindowThatWasGivenUpAsAFurtherPart() {
        arrive(heart(1, 1.2, 60));
        windows.advance(at(120));
        arrive(heart(2, 200, 70));
        windows.advance(at(300));
        arrive(heart(3, 400, 80));

        boolean nothingLeft = windows.advance(at(500));

        assertThat(nothingLeft).isTrue();
        assertThat(state.series).isEmpty();
        assertThat(ofResolution(10_000)).extracting(VitalWindow::getCount).containsExactly(1L, 1L, 1L);
        assertThat(ofResolution(60_000)).extracting(VitalWindow::getCount).containsExactly(1L, 1L, 1L);
        for (int resolution : new int[] {10_000, 60_000}) {
            List<Integer> parts =
                    ofResolution(resolution).stream().map(VitalWindow::getPart).toList();
            assertThat(parts).startsWith(0).doesNotHaveDuplicates();
        }
        assertThat(ofResolution(60_000)).extracting(VitalWindow::getLate).containsExactly(0L, 1L, 1L);
    }

    @Test
    void hasNoWindowForWhatIsNotANumber() {
        Measurement.Builder measurement = Measurement.newBuilder().setDeviceTimeMs(at(1));
        arrive(message(
                "mon-07",
                1,
                1,
                measurement
                        .clone()
                        .setVital(Vital.CONSCIOUSNESS)
                        .setCode(Code.ALERT)
                        .build(),
                measurement
                        .clone()
                        .setVital(Vital.SPO2)
                        .setMissing(MissingReason.SENSOR_OFF)
                        .build()));

        assertThat(windows.nextGridMillis()).isEqualTo(Long.MAX_VALUE);
        assertThat(state.pending).isEmpty();
    }

    @Test
    void claimsNoCoverageAndNoSlopeThatIsNotKnown() {
        arrive(heart(1, 1.2, 60).toBuilder().clearExpected().build());

        windows.advance(at(20));

        assertThat(written).singleElement().satisfies(window -> {
            assertThat(window.hasCoverage()).isFalse();
            assertThat(window.hasSlope()).isFalse();
            assertThat(window.getSd()).isZero();
        });
    }

    @Test
    void tellsVitalsAndMethodsApart() {
        Measurement cuff = reading(Vital.SYSTOLIC_PRESSURE, 1, 120).toBuilder()
                .setMethod(Method.CUFF)
                .build();
        Measurement line =
                cuff.toBuilder().setMethod(Method.ARTERIAL_LINE).setValue(124).build();
        arrive(message("mon-07", 1, 1, cuff, line, reading(Vital.BATTERY, 1, 80)));

        windows.advance(at(20));

        assertThat(written)
                .extracting(VitalWindow::getMethod)
                .containsExactly(Method.CUFF, Method.ARTERIAL_LINE, Method.ECG);
        assertThat(written).extracting(VitalWindow::getMean).containsExactly(120.0, 124.0, 80.0);
    }

    @Test
    void keepsSomeFourPanesOpenPerVitalOfALivePatient() {
        int most = 0;
        for (int second = 0; second < 600; second++) {
            arrive(monitor(second));
            windows.advance(at(second));
            most = Math.max(most, panes());
        }

        assertThat(most).isBetween(8 * 3, 8 * 5);
        assertThat(state.series).allSatisfy(series -> assertThat(series.minutes).hasSizeLessThanOrEqualTo(2));
    }

    @Test
    void boundsWhatAHistoryOpensAtOnceAndLosesNothing() {
        for (int minute = 0; minute < 1440; minute++) {
            arrive(message("wrist-07", minute + 1, 90_000 + minute * 0.01, minuteOfHistory(minute)));
        }
        windows.advance(at(90_030));
        assertThat(panes()).isLessThanOrEqualTo(PatientWindows.MOST_PANES);

        windows.advance(at(90_100));

        assertThat(counted).contains(WindowTally.CROWDED_OUT).doesNotContain(WindowTally.UNTIMELY);
        assertThat(ofResolution(10_000)).hasSize(1440 * 8);
        assertThat(ofResolution(60_000)).hasSize(1440 * 8).allSatisfy(window -> {
            assertThat(window.getLate()).isEqualTo(1);
            assertThat(window.getPart()).isPositive();
        });
        assertThat(state.series).isEmpty();
    }

    @Test
    void refusesToKeepAWindowOpenForATimeThatNobodyCanWaitFor() {
        arrive(heart(3600, 1, 60));
        arrive(heart(-60 * 86_400, 2, 60));

        assertThat(windows.advance(at(20))).isTrue();

        assertThat(counted).containsExactly(WindowTally.UNTIMELY, WindowTally.UNTIMELY);
        assertThat(written).isEmpty();
    }

    @Test
    void neverGoesBackBehindTheWatermark() {
        arrive(heart(1, 1.2, 60));
        windows.advance(at(60));

        // Stamped before what was closed: against the rules of the log, but not lost.
        windows.arrive(heart(2, 2.2, 70), at(60));
        windows.advance(at(200));

        List<VitalWindow> panes = ofResolution(10_000);
        assertThat(panes).hasSize(2);
        assertThat(panes.get(1).getDueMs()).isGreaterThan(at(60));
        assertThat(panes.get(1).getPart()).isPositive();
    }

    private static Measurement[] minuteOfHistory(int minute) {
        return monitor(0).getMeasurementsList().stream()
                .map(measurement -> measurement.toBuilder()
                        .setDeviceTimeMs(at(minute * 60.0))
                        .build())
                .toArray(Measurement[]::new);
    }

    private int panes() {
        return state.series.stream().mapToInt(series -> series.panes.size()).sum();
    }

    private List<VitalWindow> ofResolution(int resolution) {
        return written.stream()
                .filter(window -> window.getResolutionMs() == resolution)
                .toList();
    }

    private void arrive(VitalNumeric numeric) {
        windows.arrive(numeric, NEVER);
    }

    private void hear(WindowOutput output) {
        if (output instanceof WindowOutput.Written window) {
            written.add(window.window());
        } else if (output instanceof WindowOutput.Counted tally) {
            counted.add(tally.tally());
        }
    }
}
