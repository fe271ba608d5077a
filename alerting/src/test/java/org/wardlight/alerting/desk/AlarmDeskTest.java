package org.wardlight.alerting.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.wardlight.alerting.TestWard.end;
import static org.wardlight.alerting.TestWard.probeOff;
import static org.wardlight.alerting.TestWard.start;
import static org.wardlight.alerting.TestWard.update;
import static org.wardlight.events.v1.Severity.SEVERITY_HIGH;
import static org.wardlight.events.v1.Severity.SEVERITY_MEDIUM;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wardlight.alerting.TestWard;
import org.wardlight.alerting.alarm.Alarm;
import org.wardlight.alerting.alarm.WithheldReason;
import org.wardlight.alerting.store.LogPosition;
import org.wardlight.alerting.store.OutboxRow;
import org.wardlight.alerting.store.TimerId;
import org.wardlight.events.Topics;
import org.wardlight.events.v1.AlarmEvent;
import org.wardlight.events.v1.AlarmState;
import org.wardlight.events.v1.AlarmTransition;
import org.wardlight.events.v1.RotaShift;
import org.wardlight.events.v1.RotaStep;

/** Transitions on a real SQLite file, with processes that end in between. */
class AlarmDeskTest {

    private static final List<AlarmState> ALL = List.of(
            AlarmState.ACTIVE_UNACKNOWLEDGED, AlarmState.ACTIVE_ACKNOWLEDGED, AlarmState.LATCHED, AlarmState.CLOSED);
    private static final String TOPIC = Topics.ALARM_CONDITION.name();

    @TempDir
    private Path directory;

    @Test
    void keepsStateEventPageTimerAndLogPositionTogether() throws Exception {
        try (DeskFixture ward = DeskFixture.open(directory)) {
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
    void dischargeClosesWhatStillWaitsToBeSeenAndNothingOfOthers() {
        try (DeskFixture ward = DeskFixture.open(directory)) {
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
    void theSameAlarmAsksNobodyForAMinuteAfterItClosed() {
        try (DeskFixture ward = DeskFixture.open(directory)) {
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
        try (DeskFixture ward = DeskFixture.open(directory)) {
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
        try (DeskFixture ward = DeskFixture.open(directory)) {
            ward.condition(start("a", SEVERITY_MEDIUM, 15));
            ward.condition(end("a", 40));

            ward.condition(start("b", SEVERITY_HIGH, 60));

            assertThat(ward.pages()).extracting(OutboxRow::pageId).contains("b-1-1");
        }
    }

    @Test
    void aReceiverThatDoesNotTakePagesIsATechnicalAlarmUntilItDoes() {
        try (DeskFixture ward = DeskFixture.open(directory)) {
            // given
            ward.condition(start("a", SEVERITY_HIGH, 15));

            // when
            ward.desk.pageFailed(ward.pages().get(0), "http-401");

            // then
            assertThat(rules(ward)).containsExactlyInAnyOrder("spo2-low", "paging-undelivered");
            ward.desk.pageDelivered(ward.pages().get(0));
            assertThat(rules(ward)).containsExactly("spo2-low");
        }
    }

    @Test
    void remindsNobodyWhoseReceiverHasNotTakenThePageBefore() {
        try (DeskFixture ward = DeskFixture.open(directory)) {
            // given: everybody was asked in vain
            ward.condition(start("a", SEVERITY_HIGH, 15));
            ward.desk.pageFailed(ward.pages().get(0), "http-401");
            ward.desk.pageFailed(ward.pages().get(0), "http-401");
            assertThat(ward.pages()).extracting(OutboxRow::pageId).containsExactly("a-3-3");

            // when
            ward.desk.timerDue(mainTimer(ward));
            assertThat(ward.pages()).extracting(OutboxRow::pageId).containsExactly("a-3-3");
            ward.desk.pageDelivered(ward.pages().get(0));
            ward.desk.timerDue(mainTimer(ward));

            // then
            assertThat(ward.pages()).extracting(OutboxRow::pageId).containsExactly("a-3-5");
        }
    }

    private static TimerId mainTimer(DeskFixture ward) {
        return ward.store.alarms(ALL).stream()
                .map(alarm -> alarm.facts().orElseThrow())
                .filter(facts -> facts.alarmId().equals("a"))
                .map(facts -> new TimerId("a", facts.timers().main()))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> rules(DeskFixture ward) {
        return ward.store.alarms(List.of(AlarmState.ACTIVE_UNACKNOWLEDGED)).stream()
                .map(alarm -> alarm.facts().orElseThrow().condition().getRule())
                .toList();
    }

    @Test
    void leavesNothingBehindWhenATransactionFails() throws Exception {
        try (DeskFixture ward = DeskFixture.open(directory)) {
            // given
            sql("create trigger broken before insert on scheduled_tasks begin select raise(abort, 'disk full'); end");

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
        try (DeskFixture ward = DeskFixture.open(directory, time)) {
            ward.condition(start("a", SEVERITY_HIGH, 15));
        }

        // when
        try (DeskFixture again = DeskFixture.open(directory, time)) {
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
        try (DeskFixture ward = DeskFixture.open(directory)) {
            ward.condition(start("a", SEVERITY_MEDIUM, 15));
            ward.condition(update("a", SEVERITY_HIGH, 30));
            acknowledge(ward, "a", "");
            before = only(ward);
        }

        // then
        try (DeskFixture again = DeskFixture.open(directory)) {
            assertThat(only(again)).isEqualTo(before);
        }
    }

    @Test
    void escalatesAfterARestartWhenTheTimeHadPassedMeanwhile() {
        // given
        TestWard.SteppedTime time = new TestWard.SteppedTime();
        try (DeskFixture ward = DeskFixture.open(directory, time)) {
            ward.condition(start("a", SEVERITY_HIGH, 15));
        }
        time.advance(Duration.ofSeconds(61));

        // when
        try (DeskFixture again = DeskFixture.open(directory, time)) {
            again.runTimers();

            // then
            await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> assertThat(again.pages())
                    .extracting(OutboxRow::pageId)
                    .containsExactly("a-1-1", "a-2-2"));
        }
    }

    @Test
    void escalatesOnTheWardClockAndNoMoreOnceAcknowledged() throws Exception {
        try (DeskFixture ward = DeskFixture.open(directory)) {
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
        try (DeskFixture ward = DeskFixture.open(directory)) {
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
        try (DeskFixture ward = DeskFixture.open(directory, time)) {
            ward.condition(start("a", SEVERITY_HIGH, 15));
            sql("update scheduled_tasks set picked = 1, picked_by = 'dead'");
        }
        time.advance(Duration.ofSeconds(61));

        // when
        try (DeskFixture again = DeskFixture.open(directory, time)) {
            again.runTimers();

            // then
            await().atMost(Duration.ofSeconds(5)).until(() -> again.pages().size() == 2);
        }
    }

    @Test
    void keepsOneOpenAlarmOfAPatientRuleAndSourceAndANewOneAfterItClosed() {
        try (DeskFixture ward = DeskFixture.open(directory)) {
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
    void givesARepeatedAcknowledgementTheSameAnswerWithoutASecondTransition() {
        try (DeskFixture ward = DeskFixture.open(directory)) {
            // given
            ward.condition(start("a", SEVERITY_HIGH, 15));

            // when
            CommandAnswer first = acknowledge(ward, "a", "key-1");
            ward.condition(end("a", 40));
            CommandAnswer second = acknowledge(ward, "a", "key-1");
            CommandAnswer other =
                    ward.desk.command(AlarmCommand.acknowledge("b", "RN Okafor", "", "key-1"), alarm -> "x");

            // then
            assertThat(second).isEqualTo(first);
            assertThat(other.outcome()).isEqualTo(CommandAnswer.Outcome.KEY_REUSED);
            assertThat(only(ward).facts().orElseThrow().seq()).isEqualTo(3);
        }
    }

    @Test
    void refusesToAcknowledgeWhatIsClosedOrUnknown() {
        try (DeskFixture ward = DeskFixture.open(directory)) {
            // given
            ward.condition(start("a", SEVERITY_MEDIUM, 15));
            ward.condition(end("a", 40));

            // then
            assertThat(acknowledge(ward, "a", "").outcome()).isEqualTo(CommandAnswer.Outcome.CLOSED);
            assertThat(acknowledge(ward, "z", "").outcome()).isEqualTo(CommandAnswer.Outcome.UNKNOWN);
        }
    }

    @Test
    void recordsWhyNobodyIsPaged() throws Exception {
        try (DeskFixture ward = DeskFixture.open(directory)) {
            // when
            ward.condition(probeOff("t", 15));

            // then
            assertThat(ward.pages()).isEmpty();
            assertThat(count("select count(*) from audit where what = 'NOT_PAGED' and why = 'technical'"))
                    .isEqualTo(1);
            assertThat(ward.meters
                            .get(DeskMetrics.WITHHELD)
                            .tag("reason", "technical")
                            .counter()
                            .count())
                    .isEqualTo(1);
        }
    }

    @Test
    void recordsAPageOutcomeOnce() {
        try (DeskFixture ward = DeskFixture.open(directory)) {
            // given
            ward.condition(start("a", SEVERITY_HIGH, 15));
            OutboxRow page = ward.pages().get(0);

            // when
            ward.desk.pageDelivered(page);
            ward.desk.pageDelivered(page);

            // then
            assertThat(ward.pages()).isEmpty();
            assertThat(only(ward).facts().orElseThrow().seq()).isEqualTo(2);
        }
    }

    @Test
    void writesAPageThatNamesBedAndReadingButNoPatient() throws Exception {
        try (DeskFixture ward = DeskFixture.open(directory)) {
            // when
            ward.condition(start("a", SEVERITY_HIGH, 15));

            // then
            String body = ward.pages().get(0).payload().toStringUtf8();
            JsonNode data = new ObjectMapper().readTree(body).get("data");
            assertThat(body).doesNotContain(TestWard.PATIENT_REF);
            assertThat(data.get("bed").asText()).isEqualTo("12B");
            assertThat(data.get("text").asText()).isEqualTo("SpO2 84 < 85");
            assertThat(data.get("marks").asText()).isEqualTo("***");
            assertThat(data.get("level").asInt()).isEqualTo(1);
            assertThat(data.get("role").asText()).isEqualTo("nurse of the bed");
            assertThat(data.get("recipient").asText()).isEqualTo("RN Okafor");
            assertThat(data.get("dedup_key").asText()).isEqualTo("a");
            assertThat(data.get("deciding").get("boot").asLong()).isEqualTo(7);
            assertThat(data.get("deciding").get("seq").asLong()).isEqualTo(115);
            assertThat(data.get("reminder_of").isNull()).isTrue();
        }
    }

    @Test
    void pagesTheDefaultReceiverForAPatientWhomTheRegisterDoesNotKnow() throws Exception {
        try (DeskFixture ward = DeskFixture.open(directory)) {
            // when
            ward.condition(start("a", SEVERITY_HIGH, 15).toBuilder()
                    .setPatientRef("p-ffffffffffffffffffffffffffffffff")
                    .build());

            // then
            JsonNode data = new ObjectMapper()
                    .readTree(ward.pages().get(0).payload().toStringUtf8())
                    .get("data");
            assertThat(data.get("bed").asText()).isEqualTo("unknown bed");
            assertThat(data.get("recipient").asText()).isEqualTo("on call");
        }
    }

    @Test
    void findsTheAuditRowThatSomebodyEdited() throws Exception {
        try (DeskFixture ward = DeskFixture.open(directory)) {
            // given
            ward.condition(start("a", SEVERITY_HIGH, 15));
            acknowledge(ward, "a", "");
            ward.condition(end("a", 40));
            assertThat(ward.store.firstBrokenAuditRow()).isEmpty();

            // when
            assertThatThrownBy(() -> sql("update audit set actor = 'nobody' where id = 2"))
                    .hasMessageContaining("append-only");
            sql("drop trigger audit_no_update");
            sql("update audit set actor = 'nobody' where id = 2");

            // then
            assertThat(ward.store.firstBrokenAuditRow()).hasValue(2);
        }
    }

    @Test
    void passesOverARecordThatCannotBeUsed() {
        try (DeskFixture ward = DeskFixture.open(directory)) {
            // when
            ward.desk.skipped(new LogPosition(TOPIC, 4, 17));

            // then
            assertThat(ward.store.nextOffset(TOPIC, 4)).hasValue(18);
        }
    }

    private static CommandAnswer acknowledge(DeskFixture ward, String alarm, String key) {
        return ward.desk.command(
                AlarmCommand.acknowledge(alarm, "RN Okafor", "", key),
                a -> a.state() + " " + a.facts().orElseThrow().seq());
    }

    private static Alarm only(DeskFixture ward) {
        List<Alarm> alarms = ward.store.alarms(ALL);
        assertThat(alarms).hasSize(1);
        return alarms.get(0);
    }

    private void sql(String statement) throws Exception {
        try (Connection connection = connect();
                Statement s = connection.createStatement()) {
            s.execute(statement);
        }
    }

    private long count(String query) throws Exception {
        try (Connection connection = connect();
                Statement s = connection.createStatement();
                var rows = s.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private Connection connect() throws Exception {
        return DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("alerting.db") + "?busy_timeout=3000");
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
