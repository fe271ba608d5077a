package org.wardlight.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Descriptors.FileDescriptor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.wardlight.events.v1.AlarmCondition;
import org.wardlight.events.v1.ChartEntry;
import org.wardlight.events.v1.DeviceStatus;
import org.wardlight.events.v1.Measurement;
import org.wardlight.events.v1.Observation;
import org.wardlight.events.v1.Patient;
import org.wardlight.events.v1.Score;
import org.wardlight.events.v1.VitalNumeric;
import org.wardlight.events.v1.VitalWindow;

/**
 * Records in Kafka outlive the program that wrote them: what was released is never removed, renamed, renumbered or given
 * another type. Adding is free. With a release, {@code target/wire-contract.txt} becomes the file of this test.
 */
class WireContractTest {

    private static final List<FileDescriptor> FILES = List.of(
            Measurement.getDescriptor().getFile(),
            Observation.getDescriptor().getFile(),
            ChartEntry.getDescriptor().getFile(),
            Patient.getDescriptor().getFile(),
            DeviceStatus.getDescriptor().getFile(),
            VitalNumeric.getDescriptor().getFile(),
            VitalWindow.getDescriptor().getFile(),
            Score.getDescriptor().getFile(),
            AlarmCondition.getDescriptor().getFile());

    @Test
    void keepsEverythingThatWasReleased() throws IOException {
        // given
        List<String> present = FILES.stream()
                .flatMap(file -> WireContract.describe(file).stream())
                .toList();
        Files.write(Path.of("target", "wire-contract.txt"), present);

        // when
        List<String> problems = WireContract.breaks(GoldenText.lines("wire-contract.txt"), present);

        // then
        assertThat(problems)
                .as("a breaking change is a new topic version, never an edit")
                .isEmpty();
    }

    @Test
    void coversEverySchemaFile() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src", "main", "proto"))) {
            List<String> names = files.filter(file -> file.toString().endsWith(".proto"))
                    .map(file -> file.getFileName().toString())
                    .toList();

            assertThat(FILES.stream()
                            .map(file -> Path.of(file.getName()).getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(names);
        }
    }

    @Test
    void fieldsOfEveryMessageAreHeld() {
        assertThat(GoldenText.lines("wire-contract.txt"))
                .contains(
                        "wardlight.events.v1.Observation 6 sent_time_ms optional int64",
                        "wardlight.events.v1.Measurement 5 value oneof result double",
                        "wardlight.events.v1.Measurement 9 flags repeated wardlight.events.v1.ReadingFlag",
                        "wardlight.events.v1.Vital 4 SPO2 value")
                .hasSizeGreaterThan(250);
    }

    @Test
    void namesTheFieldThatWasRenamed() {
        assertThat(WireContract.breaks(List.of("m.Reading 1 value double"), List.of("m.Reading 1 number double")))
                .containsExactly("'m.Reading 1 value double' is now 'm.Reading 1 number double'");
    }

    @Test
    void namesTheFieldThatWasRenumberedRetypedOrRemoved() {
        List<String> released = List.of("m.R 1 a double", "m.R 2 b int64", "m.R 3 c string", "m.R 4 d bool");
        List<String> present = List.of("m.R 9 a double", "m.R 2 b optional int64", "m.R 4 d bool", "m.R 5 e bool");

        assertThat(WireContract.breaks(released, present))
                .containsExactly(
                        "'m.R 1 a double' is now 'm.R 9 a double'",
                        "'m.R 2 b int64' is now 'm.R 2 b optional int64'",
                        "'m.R 3 c string' is now 'gone'");
    }

    @Test
    void addingBreaksNothing() {
        assertThat(WireContract.breaks(List.of("m.R 1 a double"), List.of("m.R 1 a double", "m.R 2 b int64")))
                .isEmpty();
    }
}
