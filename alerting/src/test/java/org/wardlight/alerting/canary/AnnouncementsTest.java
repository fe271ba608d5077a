package org.wardlight.alerting.canary;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.wardlight.alerting.canary.Announcements.Announcement;
import org.wardlight.events.CanaryWard;

class AnnouncementsTest {

    private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");
    private static final CanaryWard WARD = new CanaryWard("ward-7");

    private final Announcements announcements = new Announcements();

    @Test
    void tellsAtOnceThenEachMinuteAndWhenItIsWholeAgain() {
        assertThat(announcements.next(Optional.empty(), at(0))).isEmpty();

        assertThat(announcements.next(Optional.of(Stage.JOB), at(1)))
                .contains(new Announcement(Stage.JOB, at(1), at(1), 1));
        assertThat(announcements.next(Optional.of(Stage.JOB), at(60))).isEmpty();
        assertThat(announcements.next(Optional.of(Stage.JOB), at(61)))
                .contains(new Announcement(Stage.JOB, at(1), at(61), 1));
        assertThat(announcements.next(Optional.empty(), at(70))).contains(new Announcement(null, at(1), at(70), 2));
        assertThat(announcements.next(Optional.empty(), at(71))).isEmpty();
    }

    @Test
    void anotherStageIsToldAtOnce() {
        announcements.next(Optional.of(Stage.JOB), at(1));

        assertThat(announcements.next(Optional.of(Stage.BROKER), at(2)))
                .contains(new Announcement(Stage.BROKER, at(1), at(2), 2));
    }

    @Test
    void aSecondBreakIsAnAlarmOfItsOwn() {
        Announcement first = announcements.next(Optional.of(Stage.JOB), at(1)).orElseThrow();
        announcements.next(Optional.empty(), at(2));
        Announcement second = announcements.next(Optional.of(Stage.JOB), at(3)).orElseThrow();

        assertThat(page(second).path("dedup_key").asText())
                .isNotEqualTo(page(first).path("dedup_key").asText());
    }

    @Test
    void thePageNamesWardAndStageAndIsTheSameWhenItIsSaidAgain() {
        JsonNode first = page(announcements.next(Optional.of(Stage.JOB), at(1)).orElseThrow());
        JsonNode repeated =
                page(announcements.next(Optional.of(Stage.JOB), at(61)).orElseThrow());
        JsonNode whole = page(announcements.next(Optional.empty(), at(91)).orElseThrow());

        assertThat(first.path("ward").asText()).isEqualTo("ward-7");
        assertThat(first.path("stage").asText()).isEqualTo("job");
        assertThat(first.path("text").asText()).contains("broken at stream job");
        assertThat(first.path("priority").asText()).isEqualTo("high");
        assertThat(repeated.path("dedup_key")).isEqualTo(first.path("dedup_key"));
        assertThat(repeated.path("page_id")).isEqualTo(first.path("page_id"));
        assertThat(whole.path("page_id")).isNotEqualTo(first.path("page_id"));
        assertThat(whole.path("text").asText()).isEqualTo("Monitoring path whole again, after 90 s");
        assertThat(whole.path("priority").asText()).isEqualTo("low");
    }

    private static JsonNode page(Announcement said) {
        return PathPages.page(WARD, said, "it").data();
    }

    private static Instant at(int second) {
        return START.plusSeconds(second);
    }
}
