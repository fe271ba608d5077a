package org.wardlight.app.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.wardlight.events.Topics;
import org.wardlight.events.v1.Measurement;
import org.wardlight.events.v1.Vital;
import org.wardlight.events.v1.VitalNumeric;
import org.wardlight.simulators.recording.Recording;
import org.wardlight.simulators.recording.Recordings;

/** Real patients on the ward: what the trend API gives for a chart is what stands in the recording's own file. */
class ReplayE2E {

    /** Means are told with two decimals. */
    private static final double ROUNDED = 0.005 + 1e-9;

    private static final long WINDOW_MILLIS = 10_000;
    private static final int WINDOWS = 4;

    private static Path zip = Path.of("");

    @BeforeAll
    static void findTheData() {
        String data = Objects.requireNonNullElse(System.getenv("WARDLIGHT_DATA"), "../shared/data");
        zip = Path.of("..").resolve(data).resolve("bidmc/bidmc-01-40.zip");
        String reason =
                "Skipped: the BIDMC recordings are not at " + zip + "; WARDLIGHT_DATA says where the data lies.";
        if (!Files.exists(zip)) {
            System.out.println(reason);
        }
        assumeTrue(Files.exists(zip), reason);
    }

    @Test
    void chartsWhatStandsInTheFile() throws InterruptedException {
        try (EmbeddedWard ward =
                Wards.start(DemoOptions.standard().withBeds(2).withReplay(zip).withSpeed(4))) {
            BoardClient board = new BoardClient(ward.view());
            assertThat(new DemoRun(ward, DemoOptions.standard()).awaitFirstValue())
                    .isPresent();
            long from = ward.simulators().startedAt().toEpochMilli() / WINDOW_MILLIS * WINDOW_MILLIS + WINDOW_MILLIS;
            String patient = board.get("/api/v1/wards/ward-7")
                    .path("tiles")
                    .path(0)
                    .path("patientRef")
                    .asText();
            String query = "/api/v1/patients/" + patient + "/trends?vital=heart-rate&step=10s&from=" + from + "&to="
                    + (from + WINDOWS * WINDOW_MILLIS);

            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(points(board.get(query))).hasSize(WINDOWS));

            Map<Long, List<Double>> file = valuesOfTheFile(ward, from);
            for (JsonNode point : points(board.get(query))) {
                List<Double> values =
                        Objects.requireNonNull(file.get(point.path(0).asLong()));
                assertThat(point.path(1).asDouble())
                        .isEqualTo(values.stream().mapToDouble(v -> v).min().orElseThrow());
                assertThat(point.path(2).asDouble())
                        .isCloseTo(values.stream().mapToDouble(v -> v).average().orElseThrow(), within(ROUNDED));
                assertThat(point.path(3).asDouble())
                        .isEqualTo(values.stream().mapToDouble(v -> v).max().orElseThrow());
                assertThat(point.path(4).asInt()).isEqualTo(values.size());
            }
        }
    }

    /** Heart rates of bed 1 by window, from the recording; the log says which seconds were sent. */
    private static Map<Long, List<Double>> valuesOfTheFile(EmbeddedWard ward, long fromMillis) {
        List<Recording.Row> seconds = Recordings.open(zip, 1).get(0).rows();
        long start = ward.simulators().startedAt().toEpochMilli();
        Map<Long, List<Double>> byWindow = new TreeMap<>();
        WholeTopic.read(ward.view().kafka(), Topics.VITAL_NUMERIC, record -> {
            VitalNumeric numeric = VitalNumeric.parseFrom(record.value());
            if (!numeric.getDeviceId().equals("rec-01")) {
                return;
            }
            for (Measurement measurement : numeric.getMeasurementsList()) {
                long time = measurement.getDeviceTimeMs();
                if (measurement.getVital() == Vital.HEART_RATE && time >= fromMillis) {
                    // On a cold machine a message may seem late by the ward's fast clock, which the job corrects.
                    long byTheDevice = time - numeric.getClockOffsetMs();
                    int second = (int) Math.floorDiv(byTheDevice - start, 1000L) % seconds.size();
                    Double value = seconds.get(second).values().get(Vital.HEART_RATE);
                    if (value != null) {
                        byWindow.computeIfAbsent(time / WINDOW_MILLIS * WINDOW_MILLIS, none -> new ArrayList<>())
                                .add(value);
                    }
                }
            }
        });
        return byWindow;
    }

    private static List<JsonNode> points(JsonNode trends) {
        List<JsonNode> points = new ArrayList<>();
        trends.path("series").path(0).path("points").forEach(points::add);
        return points;
    }
}
