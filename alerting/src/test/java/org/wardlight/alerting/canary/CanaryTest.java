package org.wardlight.alerting.canary;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wardlight.alerting.canary.Announcements.Announcement;
import org.wardlight.events.CanaryWard;
import org.wardlight.events.v1.AlarmCondition;
import org.wardlight.events.v1.AlarmEvent;
import org.wardlight.events.v1.AlarmTransition;
import org.wardlight.events.v1.ConditionPhase;
import org.wardlight.events.v1.Measurement;
import org.wardlight.events.v1.Observation;

class CanaryTest {

    private static final CanaryWard WARD = new CanaryWard("ward-7");

    private final Said said = new Said();
    private Instant now = Instant.parse("2026-03-01T07:59:55Z");
    private final Instant breach = now.plusSeconds(5);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Canary canary = new Canary(WARD, () -> now, new WardAlarm(WARD, "site"), said, meters);

    @Test
    void aBreachThatComesAllTheWayIsAWholeRound() {
        follow();

        comesAllTheWay();

        assertThat(said.wholeRounds).isEqualTo(1);
        assertThat(canary.broken()).isEmpty();
        assertThat(said.announced).isEmpty();
        assertThat(meters.get(Canary.WHOLE).gauge().value()).isEqualTo(1);
    }

    @Test
    void aBreachThatBeginsBeforeEverybodyKnowsTheCanaryIsNotFollowed() {
        now = breach.minusSeconds(4);
        Canary late = new Canary(WARD, () -> now, new WardAlarm(WARD, "site"), said, meters);
        now = breach;
        late.look();

        now = breach.plusSeconds(19);
        late.look();

        assertThat(late.broken()).isEmpty();
        assertThat(said.announced).isEmpty();
    }

    @Test
    void whatIsOfSomebodyElseProvesNothing() {
        follow();
        now = breach.minusSeconds(5);
        Canary another = new Canary(new CanaryWard("ward-8"), () -> now, new WardAlarm(WARD, "site"), said, meters);
        now = breach;
        another.look();

        another.reading(reading());
        another.condition(condition());
        another.alarm(raised());

        now = breach.plusSeconds(9);
        another.acknowledged(breach);
        another.logAnswers();
        assertThat(another.broken()).contains(Stage.INGEST);
    }

    @Test
    void aReadingBetweenTwoBreachesProvesNothing() {
        follow();

        canary.acknowledged(breach.plusSeconds(9));

        now = breach.plusSeconds(10);
        assertThat(canary.broken()).contains(Stage.BROKER);
    }

    @Test
    void aBreachThatAlertingHoldsOffIsNoFaultOfAnybody() {
        follow();
        canary.acknowledged(breach);
        canary.logAnswers();
        canary.reading(reading());
        canary.condition(condition());
        canary.alarm(raised().toBuilder().setHeldBecause("hold-off").build());

        now = breach.plusSeconds(19);
        assertThat(canary.broken()).isEmpty();
        assertThat(said.wholeRounds).isZero();
    }

    @Test
    void theWardHasAnAlarmOfItsOwnWhileThePathIsBroken() {
        follow();
        now = breach.plusSeconds(5);
        canary.look();
        AlarmCondition begun = said.written.get(0);
        assertThat(begun.getPatientRef()).isEqualTo(WARD.wholeWard().value());
        assertThat(begun.getPhase()).isEqualTo(ConditionPhase.CONDITION_START);
        assertThat(begun.getDetail()).isEqualTo("monitoring path broken at MQTT broker");

        canary.condition(begun);
        now = breach.plusSeconds(20);
        canary.look();
        comesAllTheWay(now);

        AlarmCondition ended = said.written.get(1);
        assertThat(ended.getConditionId()).isEqualTo(begun.getConditionId());
        assertThat(ended.getPhase()).isEqualTo(ConditionPhase.CONDITION_END);
        canary.look();
        assertThat(said.announced).extracting(Announcement::stage).containsExactly(Stage.BROKER, null);
    }

    @Test
    void endsTheAlarmThatAnEarlierProcessBegan() {
        AlarmCondition begun = new WardAlarm(WARD, "site")
                .begun(Stage.JOB, now.minusSeconds(600))
                .orElseThrow();
        canary.condition(begun);
        follow();

        comesAllTheWay();

        assertThat(said.written).singleElement().satisfies(ended -> {
            assertThat(ended.getConditionId()).isEqualTo(begun.getConditionId());
            assertThat(ended.getPhase()).isEqualTo(ConditionPhase.CONDITION_END);
        });
    }

    @Test
    void beginsOneAlarmHoweverOftenItIsAnnounced() {
        follow();
        now = breach.plusSeconds(5);
        canary.look();
        canary.condition(said.written.get(0));
        now = breach.plusSeconds(70);
        canary.look();

        assertThat(said.announced).hasSize(2);
        assertThat(said.written).hasSize(1);
    }

    private void follow() {
        now = breach;
        canary.look();
    }

    private void comesAllTheWay() {
        comesAllTheWay(breach);
    }

    private void comesAllTheWay(Instant measured) {
        canary.acknowledged(measured);
        canary.logAnswers();
        canary.reading(reading(measured));
        canary.condition(condition(measured));
        canary.alarm(raised(measured));
        canary.paged(measured);
    }

    private Observation reading() {
        return reading(breach);
    }

    private static Observation reading(Instant measured) {
        return Observation.newBuilder()
                .setDeviceId(WARD.device().value())
                .addMeasurements(Measurement.newBuilder().setDeviceTimeMs(measured.toEpochMilli()))
                .build();
    }

    private AlarmCondition condition() {
        return condition(breach);
    }

    private static AlarmCondition condition(Instant measured) {
        return AlarmCondition.newBuilder()
                .setPatientRef(WARD.patient().value())
                .setPhase(ConditionPhase.CONDITION_START)
                .setOnsetMs(measured.toEpochMilli())
                .build();
    }

    private AlarmEvent raised() {
        return raised(breach);
    }

    private static AlarmEvent raised(Instant measured) {
        return AlarmEvent.newBuilder()
                .setCondition(condition(measured))
                .setTransition(AlarmTransition.RAISED)
                .build();
    }

    private static final class Said implements Canary.Voice {

        private final List<Announcement> announced = new ArrayList<>();
        private final List<AlarmCondition> written = new ArrayList<>();
        private int wholeRounds;

        @Override
        public void announce(CanaryWard ward, Announcement said) {
            announced.add(said);
        }

        @Override
        public void write(AlarmCondition condition) {
            written.add(condition);
        }

        @Override
        public void whole() {
            wholeRounds++;
        }
    }
}
