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
    @ValueSource(strings = {"soon", "25:10", "2026-11-25T10:15:00", ""})
    void refusesWhatIsNoMoment(String text) {
        assertThatThrownBy(() -> BERLIN.millis(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
