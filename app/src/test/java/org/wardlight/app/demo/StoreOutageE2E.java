package org.wardlight.app.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A storm of alarms with the trend store there, and the same with it away for ten minutes of ward time: what pages take in
 * both, printed, and no row missing afterwards. Sizes by system properties.
 */
@Tag("long")
class StoreOutageE2E {

    private static final int BEDS = Integer.getInteger("outage.beds", 40);
    private static final int SPEED = Integer.getInteger("outage.speed", 4);
    private static final int ROUNDS = Integer.getInteger("outage.rounds", 2);
    private static final Duration AWAY = Duration.ofMinutes(10);

    @Test
    void tenMinutesWithoutTheStoreCostNoRow() throws InterruptedException {
        List<Long> there = new ArrayList<>();
        List<Long> away = new ArrayList<>();
        pages(false); // what a cold process takes is nobody's fault
        for (int round = 0; round < ROUNDS; round++) {
            boolean awayFirst = round % 2 == 0;
            (awayFirst ? away : there).addAll(pages(awayFirst));
            (awayFirst ? there : away).addAll(pages(!awayFirst));
        }

        DemoFigures.Latency with = ordered(there);
        DemoFigures.Latency without = ordered(away);
        System.out.printf(
                Locale.ROOT,
                "%d beds, speed %d, %d rounds: pages %d with the store, p50 %s p99 %s ms; %d without, p50 %s p99 %s ms; p99 ratio %.2f%n",
                BEDS,
                SPEED,
                ROUNDS,
                there.size(),
                with.p50(),
                with.p99(),
                away.size(),
                without.p50(),
                without.p99(),
                number(without.p99()) / number(with.p99()));
    }

    /** What the first pages of a storm took, ms of ward time. */
    private static List<Long> pages(boolean storeAway) throws InterruptedException {
        DemoOptions options = DemoOptions.standard()
                .withBeds(BEDS)
                .withScenario("storm")
                .withSpeed(SPEED)
                .withHistory(Duration.ZERO);
        try (EmbeddedWard ward = Wards.start(options)) {
            DemoRun run = new DemoRun(ward, options);
            PageBook book = new PageBook();
            ward.station().onPage(book::add);
            assertThat(run.awaitFirstValue()).isPresent();
            if (storeAway) {
                ward.stopTrendStore();
            }
            long end = ward.clock().millis() + AWAY.toMillis();
            await().atMost(AWAY)
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> ward.clock().millis() > end);
            if (storeAway) {
                ward.startTrendStore();
            }
            DemoFigures figures = run.finish();
            System.out.println(figures);
            assertThat(figures.lost()).isZero();
            assertThat(figures.trendRows()).isEqualTo(figures.windows());
            return book.latencies();
        }
    }

    private static DemoFigures.Latency ordered(List<Long> latencies) {
        return DemoFigures.Latency.of(latencies.stream().sorted().toList());
    }

    private static double number(@Nullable Long value) {
        return value == null ? Double.NaN : value;
    }
}
