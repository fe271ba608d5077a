package org.wardlight.alerting.canary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.wardlight.alerting.TestWard;
import org.wardlight.alerting.canary.Announcements.Announcement;
import org.wardlight.alerting.channel.Target;
import org.wardlight.alerting.health.Problems;
import org.wardlight.alerting.paging.ScriptedReceiver;
import org.wardlight.events.CanaryWard;

/** People and the monitor outside, over a real network. */
class TellingTest {

    private static final Duration SOON = Duration.ofSeconds(4);
    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
    private static final CanaryWard WARD = new CanaryWard("ward-7");

    private final ScriptedReceiver first = new ScriptedReceiver();
    private final ScriptedReceiver second = new ScriptedReceiver();
    private final Problems problems = new Problems();

    @AfterEach
    void close() {
        first.close();
        second.close();
    }

    @Test
    void everybodyIsToldAndNobodyWaitsForOneWhoHangs() {
        first.thenHang();
        try (PathPages pages = pages()) {
            pages.tell(WARD, new Announcement(Stage.JOB, NOW, NOW, 1));

            await().atMost(SOON).until(() -> second.received.size() == 1);
            assertThat(second.received.get(0).body()).contains("broken at stream job");
            await().atMost(Duration.ofSeconds(10)).until(() -> problems.all().containsKey("receiver.first"));
            assertThat(problems.all()).doesNotContainKey("receiver.second");

            pages.tell(WARD, new Announcement(Stage.JOB, NOW, NOW, 1));
            await().atMost(SOON).until(() -> problems.all().isEmpty());
        }
    }

    @Test
    void theMonitorOutsideHearsEachBeatAndIsAProblemWhenItRefuses() {
        Heartbeat heartbeat = new Heartbeat(Optional.of(first.uri()), problems);
        first.then(500);

        heartbeat.beat();
        await().atMost(SOON).until(() -> problems.all().containsKey("heartbeat"));
        heartbeat.beat();
        await().atMost(SOON).until(() -> problems.all().isEmpty());

        assertThat(first.received).hasSize(2);
    }

    @Test
    void withoutAMonitorNothingIsSent() {
        new Heartbeat(Optional.empty(), problems).beat();

        assertThat(problems.all()).isEmpty();
    }

    private PathPages pages() {
        Map<String, Target> receivers = Map.of(
                "first", new Target.Webhook(first.uri(), TestWard.SECRET),
                "second", new Target.Webhook(second.uri(), TestWard.SECRET));
        return new PathPages(
                new CanaryConfig.Told(receivers, true), InstantSource.system(), problems, new SimpleMeterRegistry());
    }
}
