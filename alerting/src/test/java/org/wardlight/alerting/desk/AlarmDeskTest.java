package org.wardlight.alerting.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wardlight.alerting.TestWard.end;
import static org.wardlight.alerting.TestWard.start;
import static org.wardlight.alerting.TestWard.update;
import static org.wardlight.events.v1.Severity.SEVERITY_HIGH;
import static org.wardlight.events.v1.Severity.SEVERITY_MEDIUM;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.wardlight.alerting.TestDatabase;
import org.wardlight.alerting.TestWard;
import org.wardlight.alerting.alarm.Alarm;
import org.wardlight.alerting.store.AuditTrail;
import org.wardlight.alerting.store.LogPosition;
import org.wardlight.alerting.store.OutboxRow;
import org.wardlight.events.v1.AlarmEvent;
import org.wardlight.events.v1.AlarmState;
import org.wardlight.events.v1.AlarmTransition;

/** Transitions on real databases, with processes that end in between. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class AlarmDeskTest extends DeskTest {

    @Test
    void keepsStateEventPageTimerAndLogPositionTogether() throws Exception {
        try (DeskFixture ward = open()) {
            // when
            ward.condition(start("a", SEVERITY_HIGH, 15));

            // then
            assertThat(ward.store.nextOffset(TOPIC, 0)).hasValue(1);
            assertThat(ward.pages()).extracting(OutboxRow::pageId).containsExactly("a-1-1");
            assertThat(ward.handedOver).hasSize(2);
            assertThat(count("select count(*) from scheduled_tasks where task_instance = 'a-1'"))
                    .isEqualTo(1);
            AlarmEvent event = AlarmEvent.parseFrom(ward.events().get(0).payload());
            assertThat(event.getTransition()).isEqualTo(AlarmTransition.RAISED);
        }
    }

    @Test
    void leavesNothingBehindWhenATransactionFails() throws Exception {
        try (DeskFixture ward = open()) {
            // given
            sql("alter table scheduled_tasks rename to lost");

            // when
            assertThatThrownBy(() -> ward.condition(start("a", SEVERITY_HIGH, 15)))
                    .isInstanceOf(RuntimeException.class);

            // then
            assertThat(ward.store.alarms(ALL)).isEmpty();
            assertThat(ward.pages()).isEmpty();
            assertThat(ward.events()).isEmpty();
            assertThat(ward.handedOver).isEmpty();
            assertThat(ward.store.nextOffset(TOPIC, 0)).isEmpty();
            assertThat(count("select count(*) from audit")).isZero();
        }
    }

    @Test
    void goesOnWhereItWasAfterARestart() {
        // given
        TestWard.SteppedTime time = new TestWard.SteppedTime();
        try (DeskFixture ward = open(time)) {
            ward.condition(start("a", SEVERITY_HIGH, 15));
        }

        // when
        try (DeskFixture again = open(time)) {
            again.condition(start("a", SEVERITY_HIGH, 15));
            again.condition(end("a", 40));

            // then
            assertThat(again.pages()).extracting(OutboxRow::pageId).containsExactly("a-1-1");
            assertThat(only(again).state()).isEqualTo(AlarmState.LATCHED);
            assertThat(only(again).facts().orElseThrow().seq()).isEqualTo(2);
        }
    }

    @Test
    void storesTheWholeAlarm() {
        // given
        Alarm before;
        try (DeskFixture ward = open()) {
            ward.condition(start("a", SEVERITY_MEDIUM, 15));
            ward.condition(update("a", SEVERITY_HIGH, 30));
            acknowledge(ward, "a", "");
            before = only(ward);
        }

        // then
        try (DeskFixture again = open()) {
            assertThat(only(again)).isEqualTo(before);
        }
    }

    @Test
    void keepsOneOpenAlarmOfAPatientRuleAndSourceAndANewOneAfterItClosed() {
        try (DeskFixture ward = open()) {
            // when
            ward.condition(start("a", SEVERITY_MEDIUM, 15));
            ward.condition(start("b", SEVERITY_MEDIUM, 40));
            ward.condition(end("a", 41));
            ward.condition(end("b", 50));
            ward.condition(start("c", SEVERITY_MEDIUM, 90));
            ward.condition(start("a", SEVERITY_MEDIUM, 15));

            // then
            assertThat(ward.store.alarms(ALL))
                    .extracting(alarm -> alarm.facts().orElseThrow().alarmId() + " " + alarm.state())
                    .containsExactlyInAnyOrder("a CLOSED", "c ACTIVE_UNACKNOWLEDGED");
        }
    }

    @Test
    void dischargeClosesWhatStillWaitsToBeSeenAndNothingOfOthers() {
        try (DeskFixture ward = open()) {
            // given
            ward.register.onDischarged(ward.desk::stayEnded);
            ward.condition(start("a", SEVERITY_HIGH, 15));
            ward.condition(end("a", 40));
            assertThat(ward.store.alarms(ALL)).extracting(Alarm::state).containsExactly(AlarmState.LATCHED);

            // when
            ward.register.patient(TestWard.patient().toBuilder()
                    .setPatientRef("p-other")
                    .setDischargedMs(50_000)
                    .build());
            assertThat(ward.store.alarms(ALL)).extracting(Alarm::state).containsExactly(AlarmState.LATCHED);
            ward.register.patient(
                    TestWard.patient().toBuilder().setDischargedMs(50_000).build());
            ward.register.patient(
                    TestWard.patient().toBuilder().setDischargedMs(50_000).build());

            // then
            assertThat(ward.store.alarms(List.of(AlarmState.CLOSED))).hasSize(1);
            assertThat(ward.events()).hasSize(3);
        }
    }

    @Test
    void findsTheAuditRowThatSomebodyEdited() throws Exception {
        try (DeskFixture ward = open()) {
            // given
            ward.condition(start("a", SEVERITY_HIGH, 15));
            acknowledge(ward, "a", "");
            ward.condition(end("a", 40));
            AuditTrail.Verdict whole = AuditTrail.verify(database.in(directory), "");
            assertThat(whole.broken()).isNull();
            assertThat(whole.rows()).isEqualTo(3);
            assertThat(AuditTrail.verify(database.in(directory), whole.lastHash())
                            .hasNoted())
                    .isTrue();
            assertThat(AuditTrail.verify(database.in(directory), "0".repeat(64)).hasNoted())
                    .isFalse();

            // when
            assertThatThrownBy(() -> sql("update audit set actor = 'nobody' where id = 2"))
                    .hasMessageContaining("append-only");
            sql(database.letTheAuditBeEdited());
            sql("update audit set actor = 'nobody' where id = 2");

            // then
            assertThat(AuditTrail.verify(database.in(directory), "").broken()).satisfies(row -> {
                assertThat(row.id()).isEqualTo(2);
                assertThat(row.actor()).isEqualTo("nobody");
                assertThat(row.alarmId()).isEqualTo("a");
            });
        }
    }

    @Test
    void passesOverARecordThatCannotBeUsed() {
        try (DeskFixture ward = open()) {
            // when
            ward.desk.skipped(new LogPosition(TOPIC, 4, 17));

            // then
            assertThat(ward.store.nextOffset(TOPIC, 4)).hasValue(18);
        }
    }
}
