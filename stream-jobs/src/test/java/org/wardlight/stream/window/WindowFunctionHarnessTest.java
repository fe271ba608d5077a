package org.wardlight.stream.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wardlight.stream.window.Ward.at;
import static org.wardlight.stream.window.Ward.heart;
import static org.wardlight.stream.window.Ward.monitor;

import java.lang.reflect.Type;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.ExecutionConfig;
import org.apache.flink.api.common.typeinfo.TypeInfoFactory;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.typeutils.TypeExtractor;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.wardlight.events.v1.VitalNumeric;
import org.wardlight.events.v1.VitalWindow;
import org.wardlight.stream.protobuf.ProtobufTypeInfo;

@SuppressWarnings("try") // the harness of Flink may throw anything when closed
class WindowFunctionHarnessTest {

    @Test
    void closesWindowsWhenOnlyTheClockMovesAndLeavesNothing() throws Exception {
        try (var harness = harness()) {
            harness.open();
            send(harness, heart(1, 1.2, 60));
            assertThat(harness.numKeyedStateEntries()).isEqualTo(1);

            harness.processWatermark(at(300));

            assertThat(harness.extractOutputValues())
                    .extracting(VitalWindow::getResolutionMs)
                    .containsExactly(10_000, 60_000);
            assertThat(harness.numKeyedStateEntries()).isZero();
            assertThat(harness.numEventTimeTimers()).isZero();
        }
    }

    @Test
    void keepsNothingOfAMessageWithoutNumbers() throws Exception {
        try (var harness = harness()) {
            harness.open();
            send(harness, heart(1, 1.2, 60).toBuilder().clearMeasurements().build());

            assertThat(harness.numKeyedStateEntries()).isZero();
            assertThat(harness.numEventTimeTimers()).isZero();
        }
    }

    @Test
    void goesOnWithoutReadingsThatCannotBeGivenToTheirWindows() throws Exception {
        // given
        Duration unspeakable = Duration.ofSeconds(Long.MAX_VALUE);
        WindowPolicy failing = new WindowPolicy(unspeakable, Duration.ofSeconds(2), Duration.ofSeconds(30));

        try (var harness = harness(failing)) {
            harness.open();

            // when
            send(harness, heart(1, 1.2, 60));
            send(harness, heart(2, 2.2, 60));

            // then
            assertThat(failed(harness)).isEqualTo(2);
            assertThat(harness.numKeyedStateEntries()).isZero();
        }
    }

    @Test
    void givesUpTheWindowsOfAPatientThatCannotBeClosed() throws Exception {
        // given
        Duration unspeakable = Duration.ofSeconds(Long.MAX_VALUE);
        WindowPolicy failing = new WindowPolicy(Duration.ofSeconds(5), Duration.ofSeconds(2), unspeakable);

        try (var harness = harness(failing)) {
            harness.open();
            send(harness, heart(1, 1.2, 60));

            // when
            harness.processWatermark(at(300));

            // then
            assertThat(failed(harness)).isEqualTo(1);
            assertThat(harness.numKeyedStateEntries()).isZero();
            assertThat(harness.numEventTimeTimers()).isZero();
        }
    }

    @Test
    void keepsOneTimerHoweverManyReadingsCome() throws Exception {
        try (var harness = harness()) {
            harness.open();
            for (int second = 0; second < 100; second++) {
                send(harness, monitor(second));
                harness.processWatermark(at(second));
                assertThat(harness.numEventTimeTimers()).isEqualTo(1);
            }
        }
    }

    @Test
    void writesTheSameAfterARestoreInTheMidstOfAWindow() throws Exception {
        List<VitalWindow> uninterrupted = new ArrayList<>();
        try (var harness = harness()) {
            harness.open();
            live(harness, 0, 300);
            harness.processWatermark(at(1000));
            uninterrupted.addAll(harness.extractOutputValues());
        }
        List<VitalWindow> restored = new ArrayList<>();
        OperatorSubtaskState saved;
        try (var before = harness()) {
            before.open();
            live(before, 0, 137);
            saved = before.snapshot(1, 1);
            restored.addAll(before.extractOutputValues());
        }
        try (var after = harness()) {
            after.initializeState(saved);
            after.open();
            live(after, 137, 300);
            after.processWatermark(at(1000));
            restored.addAll(after.extractOutputValues());
        }

        assertThat(restored).hasSizeGreaterThan(200).isEqualTo(uninterrupted);
    }

    @Test
    void needsUnderEightKilobytesForEightVitalsAtOneHertz() throws Exception {
        WindowState state = new WindowState();
        PatientWindows windows = new PatientWindows(WindowPolicy.STANDARD, Ward.ANNA, state, output -> {});
        int most = 0;
        for (int second = 0; second < 300; second++) {
            windows.arrive(monitor(second), at(second - 1));
            windows.advance(at(second));
            most = Math.max(most, bytes(state));
        }

        assertThat(most).isBetween(4000, 8000);
    }

    /** The harness guesses the types of what it collects; it has to be told about protobuf. */
    @BeforeAll
    static void tellTheHarnessHowRecordsAreCopied() {
        TypeExtractor.registerFactory(VitalWindow.class, WindowAsProtobuf.class);
    }

    /** Type information of windows. */
    public static final class WindowAsProtobuf extends TypeInfoFactory<VitalWindow> {
        @Override
        public TypeInformation<VitalWindow> createTypeInfo(Type type, Map<String, TypeInformation<?>> parameters) {
            return ProtobufTypeInfo.forRecord(VitalWindow.class);
        }
    }

    private static int bytes(WindowState state) throws Exception {
        DataOutputSerializer bytes = new DataOutputSerializer(1024);
        TypeInformation.of(WindowState.class)
                .createSerializer(new ExecutionConfig().getSerializerConfig())
                .serialize(state, bytes);
        return bytes.length();
    }

    /** A registered name is taken: whoever asks for it again gets another counter, so the function's own is looked at. */
    private static long failed(KeyedOneInputStreamOperatorTestHarness<String, VitalNumeric, VitalWindow> harness) {
        var operator = (KeyedProcessOperator<?, ?, ?>) harness.getOperator();
        return ((WindowFunction) operator.getUserFunction()).counted(WindowTally.FAILED);
    }

    private static void live(
            KeyedOneInputStreamOperatorTestHarness<String, VitalNumeric, VitalWindow> harness, int from, int to)
            throws Exception {
        for (int second = from; second < to; second++) {
            send(harness, monitor(second));
            harness.processWatermark(at(second));
        }
    }

    private static void send(
            KeyedOneInputStreamOperatorTestHarness<String, VitalNumeric, VitalWindow> harness, VitalNumeric numeric)
            throws Exception {
        harness.processElement(numeric, numeric.getIngestTimeMs());
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, VitalNumeric, VitalWindow> harness()
            throws Exception {
        return harness(WindowPolicy.STANDARD);
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, VitalNumeric, VitalWindow> harness(
            WindowPolicy policy) throws Exception {
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new WindowFunction(policy)), VitalNumeric::getPatientRef, Types.STRING);
    }
}
