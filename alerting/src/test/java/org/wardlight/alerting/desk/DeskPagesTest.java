package org.wardlight.alerting.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.wardlight.alerting.TestWard.probeOff;
import static org.wardlight.alerting.TestWard.start;
import static org.wardlight.events.v1.Severity.SEVERITY_HIGH;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.wardlight.alerting.TestDatabase;
import org.wardlight.alerting.TestWard;
import org.wardlight.alerting.store.OutboxRow;
import org.wardlight.alerting.store.TimerId;
import org.wardlight.events.v1.AlarmCondition;
import org.wardlight.events.v1.AlarmState;
import org.wardlight.events.v1.ConditionPhase;
import org.wardlight.events.v1.ConditionSource;
import org.wardlight.events.v1.EndCause;

/** What a page says, who gets it, and what becomes of it. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class DeskPagesTest extends DeskTest {

    @Test
    void writesAPageThatNamesBedAndReadingButNoPatient() throws Exception {
        try (DeskFixture ward = open()) {
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
        try (DeskFixture ward = open()) {
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
    void whatIsAboutTheWholeWardSaysSo() throws Exception {
        try (DeskFixture ward = open()) {
            // given
            ward.register.patient(TestWard.patient().toBuilder().clearBedId().build());

            // when
            ward.condition(start("a", SEVERITY_HIGH, 15));

            // then
            JsonNode data = new ObjectMapper()
                    .readTree(ward.pages().get(0).payload().toStringUtf8())
                    .get("data");
            assertThat(data.get("bed").asText()).isEqualTo("whole ward");
            assertThat(data.get("ward").asText()).isEqualTo("W3");
        }
    }

    @Test
    void recordsWhyNobodyIsPaged() throws Exception {
        try (DeskFixture ward = open()) {
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
    void whatALostDeviceNoLongerDoesAsksNobodyUntilItIsBack() {
        try (DeskFixture ward = open()) {
            // given
            ward.runTimers();
            AlarmCondition lost = probeOff("lost", 10).toBuilder()
                    .setRule("device-lost")
                    .setSource(ConditionSource.newBuilder().setDeviceId("bm-1"))
                    .build();
            ward.condition(lost);

            // when
            ward.condition(
                    probeOff("leads", 15).toBuilder().setSeverity(SEVERITY_HIGH).build());
            ward.condition(start("a", SEVERITY_HIGH, 15));

            // then: the patient's own alarm goes on
            assertThat(ward.pages()).extracting(OutboxRow::pageId).containsExactly("a-1-1");
            ward.condition(lost.toBuilder()
                    .setPhase(ConditionPhase.CONDITION_END)
                    .setEndCause(EndCause.RETURNED_TO_NORMAL)
                    .setDueMs(lost.getDueMs() + 20_000)
                    .build());
            ward.advance(Duration.ofSeconds(31));
            await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> assertThat(ward.pages())
                    .extracting(OutboxRow::pageId)
                    .contains("leads-1-1"));
        }
    }

    @Test
    void recordsAPageOutcomeOnce() {
        try (DeskFixture ward = open()) {
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
    void aReceiverThatDoesNotTakePagesIsATechnicalAlarmUntilItDoes() {
        try (DeskFixture ward = open()) {
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
        try (DeskFixture ward = open()) {
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
}
