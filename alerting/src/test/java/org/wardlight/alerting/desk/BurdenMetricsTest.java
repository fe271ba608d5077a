package org.wardlight.alerting.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wardlight.alerting.TestWard.start;
import static org.wardlight.events.v1.Severity.SEVERITY_HIGH;
import static org.wardlight.events.v1.Severity.SEVERITY_MEDIUM;

import io.micrometer.core.instrument.Timer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wardlight.alerting.TestWard;
import org.wardlight.events.CanaryWard;

class BurdenMetricsTest {

    private static final AlarmCommand.By NURSE = new AlarmCommand.By("RN Okafor", "");

    @TempDir
    private Path directory;

    private DeskFixture ward;

    @BeforeEach
    void open() {
        ward = DeskFixture.open(directory);
    }

    @AfterEach
    void close() {
        ward.close();
    }

    @Test
    void anAlarmIsAnsweredOnceByWhoeverIsFirst() {
        ward.condition(start("a", SEVERITY_HIGH, 15));
        ward.advance(Duration.ofSeconds(20));
        say(AlarmCommand.accept("a", NURSE, ""));
        ward.advance(Duration.ofSeconds(30));
        say(AlarmCommand.acknowledge("a", NURSE, ""));

        Timer answers = answers("high");
        assertThat(answers.count()).isEqualTo(1);
        assertThat(answers.totalTime(TimeUnit.SECONDS)).isBetween(20.0, 30.0);
        assertThat(ward.meters
                        .get(BurdenMetrics.RAISED)
                        .tags("ward", "W3", "kind", "physiological", "priority", "high")
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void whoAcknowledgesAtOnceHasAnsweredIt() {
        ward.condition(start("a", SEVERITY_MEDIUM, 15));
        ward.advance(Duration.ofSeconds(7));
        say(AlarmCommand.acknowledge("a", NURSE, ""));
        say(AlarmCommand.acknowledge("a", NURSE, ""));

        assertThat(answers("medium").count()).isEqualTo(1);
        assertThat(answers("medium").totalTime(TimeUnit.SECONDS)).isGreaterThanOrEqualTo(7);
    }

    @Test
    void oneThatNeededNobodyIsCountedOnceHoweverOftenItIsSaid() {
        ward.condition(start("a", SEVERITY_MEDIUM, 15));
        AlarmCommand.By why = new AlarmCommand.By("RN Okafor", "probe moved");

        say(AlarmCommand.acknowledgeNotActionable("a", why, "key-1"));
        say(AlarmCommand.acknowledgeNotActionable("a", why, "key-1"));

        assertThat(ward.meters.get(BurdenMetrics.NOT_ACTIONABLE).counter().count())
                .isEqualTo(1);
    }

    @Test
    void aCanaryIsNoBurden() {
        ward.register.patient(TestWard.patient().toBuilder()
                .setWardId(new CanaryWard("W3").id())
                .build());

        ward.condition(start("a", SEVERITY_MEDIUM, 15));
        say(AlarmCommand.acknowledge("a", new AlarmCommand.By("somebody", "why"), ""));

        assertThat(ward.meters.find(BurdenMetrics.RAISED).counter()).isNull();
        assertThat(ward.meters.find(BurdenMetrics.ANSWER).timer()).isNull();
    }

    private void say(AlarmCommand command) {
        ward.desk.command(command, alarm -> "");
    }

    private Timer answers(String priority) {
        return ward.meters
                .get(BurdenMetrics.ANSWER)
                .tags("ward", "W3", "priority", priority)
                .timer();
    }
}
