package org.wardlight.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DemoFiguresTest {

    @Test
    void isASuccessWhenSomethingHappenedAndNothingWasLost() {
        assertThat(figures(9_000L, 100, 0).shortcoming()).isEmpty();
    }

    @Test
    void isNoSuccessWhenNothingHappenedOrSomethingWasLost() {
        assertThat(figures(null, 100, 0).shortcoming())
                .hasValueSatisfying(text -> assertThat(text).contains("No live value"));
        assertThat(figures(9_000L, 0, 0).shortcoming())
                .hasValueSatisfying(text -> assertThat(text).contains("acknowledged no message"));
        assertThat(figures(9_000L, 100, 2).shortcoming())
                .hasValueSatisfying(text -> assertThat(text).contains("lost: 2"));
    }

    @Test
    void isNoSuccessWhenTheTrendStoreLacksARow() {
        assertThat(figures(9_000L, 100, 0, 699).shortcoming())
                .hasValueSatisfying(text -> assertThat(text).contains("699 rows for 700 windows"));
    }

    private static DemoFigures figures(@Nullable Long ready, long acknowledged, long lost) {
        return figures(ready, acknowledged, lost, 700);
    }

    private static DemoFigures figures(@Nullable Long ready, long acknowledged, long lost, long trendRows) {
        return new DemoFigures(
                ready,
                4,
                acknowledged,
                acknowledged,
                acknowledged,
                0,
                0,
                0,
                DemoFigures.Latency.of(List.of()),
                0,
                700,
                trendRows,
                0,
                0,
                lost);
    }
}
