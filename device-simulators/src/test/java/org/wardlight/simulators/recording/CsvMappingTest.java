package org.wardlight.simulators.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wardlight.events.v1.BodySite;
import org.wardlight.events.v1.Method;
import org.wardlight.events.v1.Vital;
import org.wardlight.simulators.device.Signal;

class CsvMappingTest {

    private static final String MAPPING = """
            id: my-monitor
            files: [bed-1.csv, bed-2.csv]
            interval: 5s
            time: { column: t, unit: s }
            columns:
              HR: { vital: heart-rate, unit: /min, method: ecg, site: chest }
              T: { vital: body-temperature, unit: "[degF]", no-signal-after: 10m }
              O2: { vital: spo2, unit: "1" }
              Sugar: { vital: glucose, unit: mmol/L, method: interstitial }
            """;

    @TempDir
    private Path folder;

    @Test
    void playsTheTablesThatItNamesInItsUnits() throws IOException {
        Path mapping = write("map.yaml", MAPPING);
        write("bed-1.csv", "t,HR,T,O2,Sugar\n0,70,98.6,0.97,5.5\n5,,NaN,,\n15,72,100.4,0.96,6\n");
        write("bed-2.csv", "t,HR,T,O2,Sugar\n0,60,98.6,0.97,5.5\n");

        Recordings recordings = Recordings.open(mapping, 9);

        assertThat(Recordings.count(mapping)).isEqualTo(2);
        assertThat(recordings.get(0).id()).isEqualTo("bed-1.csv");
        assertThat(recordings.get(0).length()).isEqualTo(Duration.ofSeconds(20));
        assertThat(recordings.get(0).rows().get(0).values())
                .isEqualTo(Map.of(
                        Vital.HEART_RATE, 70.0, Vital.BODY_TEMPERATURE, 37.0, Vital.SPO2, 97.0, Vital.GLUCOSE, 99.088));
        assertThat(recordings.get(0).rows().get(1).values()).isEmpty();
        assertThat(recordings.get(0).rows().get(2).values()).isEmpty();
        assertThat(recordings.get(0).rows().get(3).values()).containsEntry(Vital.BODY_TEMPERATURE, 38.0);
        assertThat(Recordings.open(mapping, 1).size()).isEqualTo(1);
    }

    @Test
    void declaresItsDevice() throws IOException {
        RecordedProfile profile = Recordings.profile(write("map.yml", MAPPING));

        assertThat(profile.device().id()).isEqualTo("my-monitor");
        assertThat(profile.device().interval()).isEqualTo(Duration.ofSeconds(5));
        assertThat(profile.device().signals())
                .contains(
                        new Signal(Vital.HEART_RATE, Method.ECG, BodySite.CHEST, Duration.ofSeconds(5)),
                        new Signal(
                                Vital.SPO2,
                                Method.METHOD_UNSPECIFIED,
                                BodySite.BODY_SITE_UNSPECIFIED,
                                Duration.ofSeconds(5)));
        assertThat(profile.noSignalAfter())
                .containsEntry(Vital.HEART_RATE, Duration.ofSeconds(15))
                .containsEntry(Vital.BODY_TEMPERATURE, Duration.ofMinutes(10));
    }

    @Test
    void readsDatesAndOtherSeparatorsAndKeepsTheNewestValueOfAnInterval() throws IOException {
        Path mapping = write("map.yaml", """
                id: export
                separator: ";"
                interval: 1m
                time: { column: when, unit: iso }
                columns:
                  pulse: { vital: pulse-rate, unit: /min }
                """);
        Path table = write(
                "table.csv", "when;pulse\n2026-11-21 10:00:00;70\n2026-11-21T10:00:20;71\n2026-11-21T10:01:00;72\n");

        assertThat(Recordings.open(table, mapping).get(0).rows())
                .extracting(row -> row.values().get(Vital.PULSE_RATE))
                .containsExactly(71.0, 72.0);
    }

    @Test
    void wrongMappingNamesKeyAndLine() throws IOException {
        assertRefused(MAPPING.replace("heart-rate", "heart"), "columns.HR", "vital heart is not one", "line 6");
        assertRefused(MAPPING.replace("/min", "Hz"), "unit of heart-rate must be /min, not Hz", "line 6");
        assertRefused(MAPPING.replace("\"[degF]\"", "K"), "must be Cel or [degF], not K", "line 7");
        assertRefused(MAPPING.replace("ecg", "echo"), "method must be one of ecg, oximetry", "not echo", "line 6");
        assertRefused(MAPPING.replace("interval: 5s\n", ""), "interval must be a time such as");
        assertRefused(MAPPING.replace("unit: s }", "unit: fortnights }"), "time", "not fortnights", "line 4");
        assertRefused(
                MAPPING.replace("interval: 5s", "interval: 5s\nintervall: 5s"),
                "intervall: is not a known key; known here: columns");
        assertRefused(MAPPING.replace("glucose", "spo2").replace("mmol/L", "\"%\""), "spo2 stands twice");
        assertRefused(
                MAPPING.replace("heart-rate, unit: /min", "consciousness, unit: \"1\""), "is a code, not a number");
        assertRefused("- a list", "The mapping");
    }

    @Test
    void wrongTableNamesColumnAndLine() throws IOException {
        assertTableRefused("t,HR,T,O2\n0,1,1,1\n", "lacks the column Sugar");
        assertTableRefused("t,HR,T,O2,Sugar\n0,1,1,1,1\n5,fast,1,1,1\n", "\"fast\" in the column HR of line 3");
        assertTableRefused("t,HR,T,O2,Sugar\n0,1,1,1,1\n5,1,1,1,1\n4,1,1,1,1\n", "goes back in time in line 4");
        assertTableRefused("t,HR,T,O2,Sugar\n,1,1,1,1\n", "has no time in line 2");
        assertTableRefused("t,HR,T,O2,Sugar\n0,1,1,1,1\n1e12,1,1,1,1\n", "jumps by more than");
    }

    @Test
    void mappingWithoutTablesSaysWhatToDo() throws IOException {
        Path mapping = write("map.yaml", MAPPING.replace("files: [bed-1.csv, bed-2.csv]\n", ""));

        assertThatThrownBy(() -> Recordings.open(mapping, 1)).hasMessageContaining("add files");
    }

    private void assertRefused(String mapping, String... parts) throws IOException {
        Path file = write("wrong.yaml", mapping);
        assertThatThrownBy(() -> Recordings.profile(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(parts);
    }

    private void assertTableRefused(String table, String sentence) throws IOException {
        Path mapping = write("map.yaml", MAPPING);
        Path file = write("table.csv", table);
        assertThatThrownBy(() -> Recordings.open(file, mapping))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(sentence);
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
