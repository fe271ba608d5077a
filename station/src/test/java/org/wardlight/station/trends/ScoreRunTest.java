package org.wardlight.station.trends;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wardlight.trends.reading.ScorePoint;

class ScoreRunTest {

    @Test
    void equalScoresAreOneRunUntilTheLastOfThem() {
        List<ScoreRun> runs = ScoreRun.of(List.of(score(0, 2, 2), score(60, 2, 2), score(120, 2, 5), score(180, 2, 5)));

        assertThat(runs).extracting(ScoreRun::time).containsExactly(0L, 120_000L);
        assertThat(runs).extracting(ScoreRun::until).containsExactly(60_000L, 180_000L);
        assertThat(runs).extracting(ScoreRun::upper).containsExactly(2.0, 5.0);
    }

    @Test
    void silenceOfMoreThanThreeMinutesIsNoPartOfARun() {
        List<ScoreRun> runs = ScoreRun.of(List.of(score(0, 2, 2), score(180, 2, 2), score(361, 2, 2)));

        assertThat(runs).extracting(ScoreRun::time).containsExactly(0L, 361_000L);
        assertThat(runs).extracting(ScoreRun::until).containsExactly(180_000L, 361_000L);
    }

    @Test
    void scoreThatIsNotAvailableIsARunOfItsOwnWithTheReason() {
        ScorePoint none = new ScorePoint(Instant.ofEpochSecond(60), null, null, false, "", "", "", "", "age unknown");

        List<ScoreRun> runs = ScoreRun.of(List.of(score(0, 2, 2), none));

        assertThat(runs.get(1).unavailable()).isEqualTo("age unknown");
        assertThat(runs.get(1).lower()).isNull();
        assertThat(runs.get(1).bandLower()).isNull();
    }

    @Test
    void whatIsMissingOrTooOldIsAList() {
        ScorePoint point = new ScorePoint(
                Instant.EPOCH, 2.0, 5.0, false, "low", "medium", "consciousness,oxygen", "pulse,temperature", "");

        ScoreRun run = ScoreRun.of(List.of(point)).get(0);
        assertThat(run.missing()).containsExactly("consciousness", "oxygen");
        assertThat(run.stale()).containsExactly("pulse", "temperature");
    }

    @Test
    void inputThatBecomesTooOldBeginsAnotherRun() {
        ScorePoint old = new ScorePoint(Instant.ofEpochSecond(60), 2.0, 5.0, false, "low", "medium", "", "pulse", "");

        assertThat(ScoreRun.of(List.of(score(0, 2, 5), old))).hasSize(2);
    }

    private static ScorePoint score(long second, double lower, double upper) {
        return new ScorePoint(Instant.ofEpochSecond(second), lower, upper, lower == upper, "low", "medium", "", "", "");
    }
}
