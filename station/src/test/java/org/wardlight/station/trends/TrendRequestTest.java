package org.wardlight.station.trends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.wardlight.events.v1.Vital;
import org.wardlight.trends.schema.Resolution;

class TrendRequestTest {

    private static final Instant NOW = Instant.parse("2026-11-21T08:00:03Z");

    @Test
    void withoutAnythingItIsTheLastHourOfEveryNumberInTenSeconds() throws Exception {
        TrendRequest request = TrendRequest.of(new TrendRequest.Text(List.of(), null, null, null), NOW);

        assertThat(request.range().from()).isEqualTo(Instant.parse("2026-11-21T07:00:00Z"));
        assertThat(request.range().to()).isEqualTo(Instant.parse("2026-11-21T08:00:10Z"));
        assertThat(request.range().step()).isEqualTo(Duration.ofSeconds(10));
        assertThat(request.vitals())
                .contains(Vital.SPO2, Vital.HEART_RATE, Vital.BODY_MOTION)
                .doesNotContain(Vital.POSTURE, Vital.CONSCIOUSNESS);
    }

    @Test
    void stepFollowsTheRangeUnlessItIsSaid() throws Exception {
        assertThat(step("2026-11-21T04:00:03Z", null)).isEqualTo(Duration.ofMinutes(1));
        assertThat(step("2026-11-20T20:00:03Z", null)).isEqualTo(Duration.ofMinutes(3));
        assertThat(step("2026-11-20T08:00:03Z", null)).isEqualTo(Duration.ofMinutes(5));
        assertThat(step("2026-11-18T08:00:03Z", null)).isEqualTo(Duration.ofMinutes(15));
        assertThat(step("2026-11-01T08:00:03Z", null)).isEqualTo(Duration.ofHours(1));
        assertThat(step("2026-11-21T07:00:03Z", "60000")).isEqualTo(Duration.ofMinutes(1));
        assertThat(step("2026-11-21T07:00:03Z", "2h")).isEqualTo(Duration.ofHours(2));
    }

    @Test
    void stepsOfTheBoardFitIntoARowOfTheTable() throws Exception {
        for (int hours : new int[] {1, 4, 8, 12, 24, 48, 72}) {
            Duration step = TrendStep.of(null, Duration.ofHours(hours));

            assertThat(Duration.ofMinutes(15).toMillis() % step.toMillis())
                    .as(hours + " h")
                    .isZero();
        }
    }

    @Test
    void wholeMinutesAreMadeOfMinutesAndOthersOfTenSeconds() throws Exception {
        assertThat(of(List.of(), null, "2m").range().resolution()).isEqualTo(Resolution.ONE_MINUTE);
        assertThat(of(List.of(), null, "90s").range().resolution()).isEqualTo(Resolution.TEN_SECONDS);
    }

    @Test
    void vitalsMayBeRepeatedOrListed() throws Exception {
        assertThat(of(List.of("spo2,heart-rate", "spo2"), null, null).vitals())
                .containsExactly(Vital.SPO2, Vital.HEART_RATE);
    }

    @Test
    void whatCannotBeDoneIsSaidInASentence() {
        refused(List.of("blood"), null, null, "A vital is one of: heart-rate");
        refused(List.of("posture"), null, null, "it is a code, not a number");
        refused(List.of(), "yesterday", null, "A time is milliseconds since 1970");
        refused(List.of(), "2026-11-21T09:00:00Z", null, "must end after it begins");
        refused(List.of(), null, "7s", "whole multiple of 10 s");
        refused(List.of(), null, "0", "whole multiple of 10 s");
        refused(List.of(), null, "fast", "A step is written");
        refused(List.of(), "2026-11-18T09:00:00Z", "10s", "more than 5000 buckets");
        refused(List.of(), "2026-11-10T09:00:00Z", "10m", "takes a step of one hour");
        refused(List.of(), "2026-10-10T09:00:00Z", "1h", "at most 31 days");
    }

    private static void refused(List<String> vitals, @Nullable String from, @Nullable String step, String sentence) {
        assertThatThrownBy(() -> of(vitals, from, step))
                .isInstanceOf(InvalidTrendRequest.class)
                .hasMessageContaining(sentence);
    }

    private static Duration step(String from, @Nullable String step) throws InvalidTrendRequest {
        return of(List.of(), from, step).range().step();
    }

    private static TrendRequest of(List<String> vitals, @Nullable String from, @Nullable String step)
            throws InvalidTrendRequest {
        return TrendRequest.of(new TrendRequest.Text(vitals, from, null, step), NOW);
    }
}
