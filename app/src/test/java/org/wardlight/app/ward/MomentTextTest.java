package org.wardlight.app.ward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MomentTextTest {

    private static final Instant NOW = Instant.parse("2026-11-25T10:20:00Z");
    private static final MomentText BERLIN = new MomentText(NOW, ZoneId.of("Europe/Berlin"));

    @ParameterizedTest
    @CsvSource({
        "20m, 2026-11-25T10:00:00Z",
        "1h, 2026-11-25T09:20:00Z",
        "11:15, 2026-11-25T10:15:00Z",
        "9:00, 2026-11-25T08:00:00Z",
        "23:30, 2026-11-24T22:30:00Z",
        "2026-11-25T10:15:00+01:00, 2026-11-25T09:15:00Z",
    })
    void readsWhatPeopleWrite(String text, Instant moment) {
        assertThat(Instant.ofEpochMilli(BERLIN.millis(text))).isEqualTo(moment);
    }

    @Test
    void readsTheClockOfTheWardOnANightThatIsAnHourLonger() {
        MomentText afterTheChange = new MomentText(Instant.parse("2026-10-25T05:00:00Z"), ZoneId.of("Europe/Berlin"));

        assertThat(Instant.ofEpochMilli(afterTheChange.millis("05:30"))).isEqualTo("2026-10-25T04:30:00Z");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-10-25T00:40:00Z, 01:30, 2026-10-25T00:30:00Z",
        "2026-10-25T01:29:59Z, 01:30, 2026-10-25T00:30:00Z",
        "2026-10-25T05:00:00Z, 00:59, 2026-10-24T23:59:00Z",
        "2026-10-25T05:00:00Z, 02:00, 2026-10-25T02:00:00Z",
        "2026-10-25T05:00:00Z, 2026-10-25T01:30:00+01:00, 2026-10-25T00:30:00Z",
        "2026-10-25T05:00:00Z, 2026-10-25T01:30:00Z, 2026-10-25T01:30:00Z",
        "2026-03-29T00:50:00Z, 01:30, 2026-03-28T01:30:00Z",
        "2026-03-29T05:00:00Z, 02:00, 2026-03-29T01:00:00Z",
        "2026-03-29T05:00:00Z, 07:00, 2026-03-28T07:00:00Z",
    })
    void readsTheNightsOnWhichTheClocksChange(Instant now, String text, Instant moment) {
        assertThat(Instant.ofEpochMilli(london(now).millis(text))).isEqualTo(moment);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-10-25T01:30:00Z, 2026-10-25T01:30 twice: say 2026-10-25T01:30+01:00 or 2026-10-25T01:30Z",
        "2026-10-26T01:10:00Z, 2026-10-25T01:30 twice: say 2026-10-25T01:30+01:00 or 2026-10-25T01:30Z",
        "2026-03-29T05:00:00Z, never showed 2026-03-29T01:30: it went from 2026-03-29T01:00 to 2026-03-29T02:00",
        "2026-03-30T00:10:00Z, never showed 2026-03-29T01:30: it went from 2026-03-29T01:00 to 2026-03-29T02:00",
    })
    void refusesWhatTheClockShowedTwiceOrNever(Instant now, String reason) {
        assertThatThrownBy(() -> london(now).millis("01:30"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void understandsTheTimesThatItProposesItself() {
        MomentText london = london(Instant.parse("2026-10-25T05:00:00Z"));

        assertThat(Instant.ofEpochMilli(london.millis("2026-10-25T01:30+01:00")))
                .isEqualTo("2026-10-25T00:30:00Z");
        assertThat(Instant.ofEpochMilli(london.millis("2026-10-25T01:30Z"))).isEqualTo("2026-10-25T01:30:00Z");
    }

    private static MomentText london(Instant now) {
        return new MomentText(now, ZoneId.of("Europe/London"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "25:10", "2026-11-25T10:15:00", ""})
    void refusesWhatIsNoMoment(String text) {
        assertThatThrownBy(() -> BERLIN.millis(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
