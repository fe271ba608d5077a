package org.wardlight.stream.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.wardlight.stream.scoring.ShippedFolder.SEPSIS;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wardlight.events.v1.Score;
import org.wardlight.events.v1.Vital;
import org.wardlight.models.ModelCatalog;
import org.wardlight.models.evaluation.Evaluation;
import org.wardlight.models.evaluation.Stay;
import org.wardlight.models.evaluation.StayFiles;
import org.wardlight.models.history.VitalHistory;
import org.wardlight.models.onnx.OnnxModel;

/** What the job says of a patient is what an evaluation would have said, however often the device measures. */
class OnlineOfflineTest {

    private static final int REAL_STAYS = 12;

    @TempDir
    Path folder;

    @Test
    void saysOfAReplayedStayWhatAnEvaluationSays() throws Exception {
        ModelPolicy models = ShippedFolder.in(folder);
        for (int seed = 1; seed <= 4; seed++) {
            assertSame(models, madeUp(seed));
        }
    }

    @Test
    void saysOfRecordedStaysWhatAnEvaluationSays() throws Exception {
        ModelPolicy models = ShippedFolder.in(folder);
        for (Stay stay : recorded()) {
            assertSame(models, stay);
        }
    }

    @Test
    void saysTheSameOncePerSecondAndOncePerHour() throws Exception {
        // given
        ModelPolicy models = ShippedFolder.in(folder);
        Stay hourly = madeUp(9);

        // when
        List<Score> rare = OnlineStay.lastOfHours(new OnlineStay(models).scores(hourly, SEPSIS));
        List<Score> dense = OnlineStay.lastOfHours(new OnlineStay(models).scores(everySecond(hourly), SEPSIS));

        // then
        assertThat(dense).hasSameSizeAs(rare).hasSizeGreaterThan(5);
        for (int hour = 0; hour < rare.size(); hour++) {
            assertThat(dense.get(hour).getLower())
                    .as("hour %d", hour)
                    .isEqualTo(rare.get(hour).getLower(), within(0.02));
        }
    }

    private void assertSame(ModelPolicy models, Stay stay) throws Exception {
        double[] offline;
        try (ModelCatalog catalog = ModelCatalog.open(folder)) {
            OnnxModel model = catalog.entries().stream()
                    .filter(entry -> entry.id().equals(SEPSIS))
                    .map(entry -> Objects.requireNonNull(entry.model()))
                    .findFirst()
                    .orElseThrow();
            offline = new Evaluation(model, 0.5).score(stay);
        }
        List<Score> online = new OnlineStay(models).scores(stay, SEPSIS);
        // one a minute, but none before the first reading
        assertThat(online).hasSizeGreaterThan(stay.hours() * 60 - 180);
        assertThat(online).anyMatch(score -> score.getUnavailable().isEmpty());
        for (Score score : online) {
            int hour = (int) ((score.getTimeMs() - OnlineStay.BEGIN) / VitalHistory.HOUR_MILLIS);
            if (score.getUnavailable().isEmpty() && hour < stay.hours()) {
                assertThat(score.getLower())
                        .as("stay %s, hour %d", stay.id(), hour)
                        .isEqualTo(offline[hour], within(1e-5));
            }
        }
    }

    /** Ten hours of somebody who gets worse, with holes. */
    private static Stay madeUp(int seed) {
        Random random = new Random(seed);
        List<Stay.Reading> readings = new ArrayList<>();
        for (int hour = 0; hour < 10; hour++) {
            add(readings, random, hour, Vital.HEART_RATE, 78 + 4 * hour);
            add(readings, random, hour, Vital.RESPIRATORY_RATE, 15 + hour);
            add(readings, random, hour, Vital.SPO2, 97 - hour / 2);
            add(readings, random, hour, Vital.SYSTOLIC_PRESSURE, 126 - 3 * hour);
            add(readings, random, hour, Vital.MEAN_PRESSURE, 88 - 2 * hour);
            if (hour % 3 == 0) {
                add(readings, random, hour, Vital.BODY_TEMPERATURE, 36.8 + 0.2 * hour);
            }
        }
        return new Stay("made-up-" + seed, 71, 10, readings, List.of());
    }

    private static void add(List<Stay.Reading> readings, Random random, int hour, Vital vital, double value) {
        if (hour == 0 || random.nextDouble() < 0.85) {
            readings.add(new Stay.Reading(hour * VitalHistory.HOUR_MILLIS, vital, value));
        }
    }

    /** The same stay from a device that measures every second and is never quite still. */
    private static Stay everySecond(Stay hourly) {
        Random random = new Random(3);
        List<Stay.Reading> readings = new ArrayList<>();
        for (long second = 0; second < hourly.hours() * 3_600L; second++) {
            for (Stay.Reading level : hourly.readings()) {
                boolean same = level.millis() / VitalHistory.HOUR_MILLIS == second / 3_600;
                if (same) {
                    readings.add(new Stay.Reading(
                            second * 1_000,
                            level.vital(),
                            level.value() + restlessness(level.vital()) * random.nextGaussian()));
                }
            }
        }
        return new Stay(hourly.id(), hourly.ageYears(), hourly.hours(), readings, List.of());
    }

    private static double restlessness(Vital vital) {
        return switch (vital) {
            case HEART_RATE -> 3;
            case RESPIRATORY_RATE -> 1.5;
            case SPO2 -> 0.7;
            case BODY_TEMPERATURE -> 0.05;
            default -> 4;
        };
    }

    private static List<Stay> recorded() throws Exception {
        String data = Objects.requireNonNullElse(System.getenv("WARDLIGHT_DATA"), "../../shared/data");
        Path stays = Path.of(data, "challenge2019", "setA.zip");
        assumeTrue(
                Files.exists(stays),
                "Skipped: the stays are not at " + stays + "; WARDLIGHT_DATA says where the data lies.");
        List<Stay> first = new ArrayList<>();
        StayFiles.forEach(stays, stay -> {
            if (first.size() < REAL_STAYS && stay.hours() < 40) {
                first.add(stay);
            }
        });
        return first;
    }
}
