package org.wardlight.alerting.burden;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BurdenTest {

    @Test
    void countsWhatWasRaisedAnsweredAndForNothing() {
        Burden burden = Burden.of(List.of(
                alarm("01", "spo2-low", "high", 30_000L, 2, null),
                alarm("01", "spo2-low", "medium", 90_000L, 1, "probe moved"),
                alarm("02", "heart-rate-high", "medium", null, 3, null),
                alarm("", "paging-undelivered", "medium", 60_000L, 0, "probe moved")));

        assertThat(burden.alarms()).isEqualTo(4);
        assertThat(burden.byPriority()).isEqualTo(Map.of("high", 1, "medium", 3));
        assertThat(burden.pages()).isEqualTo(6);
        assertThat(burden.answered()).isEqualTo(3);
        assertThat(burden.medianResponseMillis()).isEqualTo(60_000);
        assertThat(burden.ninetiethResponseMillis()).isEqualTo(90_000);
        assertThat(burden.notActionable()).isEqualTo(2);
        assertThat(burden.reasons()).containsExactly(new Burden.Share("probe moved", 2));
        assertThat(burden.topBeds()).containsExactly(new Burden.Share("01", 2), new Burden.Share("02", 1));
        assertThat(burden.topRules().get(0)).isEqualTo(new Burden.Share("spo2-low", 2));
    }

    @Test
    void nothingIsNothing() {
        Burden burden = Burden.of(List.of());

        assertThat(burden.alarms()).isZero();
        assertThat(burden.medianResponseMillis()).isNull();
    }

    private static RaisedAlarm alarm(
            String bed, String rule, String priority, @Nullable Long after, int pages, @Nullable String why) {
        return new RaisedAlarm(
                bed, rule, "physiological", priority, 1_000, after == null ? null : (Long) (1_000 + after), pages, why);
    }
}
