package org.wardlight.alerting.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.wardlight.alerting.TestWard.end;
import static org.wardlight.alerting.TestWard.start;
import static org.wardlight.events.v1.Severity.SEVERITY_HIGH;
import static org.wardlight.events.v1.Severity.SEVERITY_MEDIUM;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.wardlight.alerting.TestDatabase;
import org.wardlight.alerting.TestWard;
import org.wardlight.alerting.alarm.WithheldReason;
import org.wardlight.alerting.store.OutboxRow;
import org.wardlight.events.v1.AlarmState;
import org.wardlight.events.v1.RotaShift;
import org.wardlight.events.v1.RotaStep;

/** Who is asked when: escalation, shifts and the hold-off, on the ward clock and across restarts. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class DeskTimersTest extends DeskTest {

    @Test
    void escalatesAfterARestartWhenTheTimeHadPassedMeanwhile() {
        // given
        TestWard.SteppedTime time = new TestWard.SteppedTime();
        try (DeskFixture ward = open(time)) {
            ward.condition(start("a", SEVERITY_HIGH, 15));
        }
        time.advance(Duration.ofSeconds(61));

        // when
        try (DeskFixture again = open(time)) {
            again.runTimers();

            // then
            await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> assertThat(again.pages())
                    .extracting(OutboxRow::pageId)
                    .containsExactly("a-1-1", "a-2-2"));
        }
    }

    @Test
    void escalatesOnTheWardClockAndNoMoreOnceAcknowledged() throws Exception {
        try (DeskFixture ward = open()) {
            // given
            ward.runTimers();
            ward.condition(start("a", SEVERITY_HIGH, 15));
            ward.desk.pageDelivered(ward.pages().get(0));

            // when
            ward.advance(Duration.ofSeconds(61));

            // then
            await().atMost(Duration.ofSeconds(5)).until(() -> ward.pages().size() == 1);
            assertThat(ward.pages()).extracting(OutboxRow::pageId).containsExactly("a-2-2");
            acknowledge(ward, "a", "");
            await().atMost(Duration.ofSeconds(5))
                    .until(() -> count("select count(*) from scheduled_tasks where task_instance like 'a-%'") == 1);
            assertThat(only(ward).facts().orElseThrow().timers().receipt()).isZero();
        }
    }

    @Test
    void alarmThatBeganInOneShiftEscalatesToWhoeverIsOnThen() throws Exception {
        try (DeskFixture ward = open()) {
            // given: it is 08:00
            ward.register.rota(TestWard.rota().toBuilder()
                    .addShifts(shift("night", 0, "CN Night"))
                    .addShifts(shift("day", 8 * 60 + 1, "CN Day"))
                    .build());
            ward.runTimers();
            ward.condition(start("a", SEVERITY_HIGH, 15));

            // when
            ward.advance(Duration.ofSeconds(61));

            // then
            await().atMost(Duration.ofSeconds(5)).until(() -> ward.pages().size() == 2);
            assertThat(ward.pages().get(0).payload().toStringUtf8()).contains("RN Okafor");
            assertThat(ward.pages().get(1).payload().toStringUtf8()).contains("CN Day");
        }
    }

    @Test
    void revivesATimerThatWasRunningWhenTheProcessDied() throws Exception {
        // given
        TestWard.SteppedTime time = new TestWard.SteppedTime();
        try (DeskFixture ward = open(time)) {
            ward.condition(start("a", SEVERITY_HIGH, 15));
            sql("update scheduled_tasks set picked = true, picked_by = 'dead'");
        }
        time.advance(Duration.ofSeconds(61));

        // when
        try (DeskFixture again = open(time)) {
            again.runTimers();

            // then
            await().atMost(Duration.ofSeconds(5)).until(() -> again.pages().size() == 2);
        }
    }

    @Test
    void theSameAlarmAsksNobodyForAMinuteAfterItClosed() {
        try (DeskFixture ward = open()) {
            // given
            ward.condition(start("a", SEVERITY_MEDIUM, 15));
            ward.condition(end("a", 40));
            int before = ward.pages().size();

            // when
            ward.runTimers();
            ward.condition(start("b", SEVERITY_MEDIUM, 60));

            // then
            assertThat(ward.pages()).hasSize(before);
            assertThat(ward.store.alarms(List.of(AlarmState.ACTIVE_UNACKNOWLEDGED)))
                    .singleElement()
                    .satisfies(alarm -> assertThat(
                                    alarm.facts().orElseThrow().asked().held())
                            .isEqualTo(WithheldReason.HOLD_OFF));
            ward.advance(Duration.ofSeconds(61));
            await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> assertThat(ward.pages())
                    .extracting(OutboxRow::pageId)
                    .contains("b-1-1"));
        }
    }

    @Test
    void whatComesAndGoesDoesNotHoldItselfOffForEver() {
        try (DeskFixture ward = open()) {
            ward.condition(start("a", SEVERITY_MEDIUM, 15));
            ward.condition(end("a", 40));
            ward.advance(Duration.ofSeconds(40));
            ward.condition(start("b", SEVERITY_MEDIUM, 60));
            ward.condition(end("b", 70));
            ward.advance(Duration.ofSeconds(30));

            ward.condition(start("c", SEVERITY_MEDIUM, 100));

            assertThat(ward.pages()).extracting(OutboxRow::pageId).containsExactly("a-1-1", "c-1-1");
        }
    }

    @Test
    void aGraverAlarmAsksAtOnceAfterAMilderOneClosed() {
        try (DeskFixture ward = open()) {
            ward.condition(start("a", SEVERITY_MEDIUM, 15));
            ward.condition(end("a", 40));

            ward.condition(start("b", SEVERITY_HIGH, 60));

            assertThat(ward.pages()).extracting(OutboxRow::pageId).contains("b-1-1");
        }
    }

    private static RotaShift shift(String name, int fromMinute, String charge) {
        return RotaShift.newBuilder()
                .setName(name)
                .setFromMinute(fromMinute)
                .addSteps(RotaStep.newBuilder().setRole("nurse of the bed").setReceiver("pager"))
                .addSteps(RotaStep.newBuilder()
                        .setRole("charge nurse")
                        .setReceiver("pager")
                        .setPerson(charge))
                .build();
    }
}
