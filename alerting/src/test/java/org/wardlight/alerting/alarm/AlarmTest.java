package org.wardlight.alerting.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wardlight.alerting.TestWard.end;
import static org.wardlight.alerting.TestWard.probeOff;
import static org.wardlight.alerting.TestWard.start;
import static org.wardlight.alerting.TestWard.update;
import static org.wardlight.events.v1.Severity.SEVERITY_HIGH;
import static org.wardlight.events.v1.Severity.SEVERITY_LOW;
import static org.wardlight.events.v1.Severity.SEVERITY_MEDIUM;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wardlight.alerting.TestWard;
import org.wardlight.events.AlarmWords;
import org.wardlight.events.v1.AlarmCondition;
import org.wardlight.events.v1.AlarmEvent;
import org.wardlight.events.v1.AlarmState;
import org.wardlight.events.v1.AlarmTransition;

/** The rules, told as short stories. */
class AlarmTest {

    private final List<Effect> effects = new ArrayList<>();
    private Alarm alarm = new NotRaised();
    private Instant now = TestWard.START;

    @Test
    void pagesTheNurseOfTheBedWhenAConditionStarts() {
        // when
        condition(start("a", SEVERITY_HIGH, 15));

        // then
        AlarmEvent raised = lastEvent();
        assertThat(raised.getTransition()).isEqualTo(AlarmTransition.RAISED);
        assertThat(raised.getAlarmId()).isEqualTo("a");
        assertThat(raised.getSeq()).isEqualTo(1);
        assertThat(raised.getLevel()).isEqualTo(1);
        assertThat(raised.getRecipient()).isEqualTo("RN Okafor");
        assertThat(raised.getBedId()).isEqualTo("12B");
        assertThat(raised.getNextEscalationMs()).isEqualTo(now.plusSeconds(60).toEpochMilli());
        assertThat(pages()).extracting(Effect.Page::pageId).containsExactly("a-1-1");
    }

    @Test
    void asksTheNextLevelWhenNobodyAnswersAndSaysSoWhenThereIsNone() {
        // given
        condition(start("a", SEVERITY_HIGH, 15));

        // when
        now = now.plusSeconds(60);
        input(new AlarmInput.EscalationDue(1));
        now = now.plusSeconds(60);
        input(new AlarmInput.EscalationDue(2));

        // then
        assertThat(pages()).extracting(page -> page.step().person()).containsExactly("RN Okafor", "CN Lindqvist");
        assertThat(events())
                .extracting(AlarmEvent::getTransition)
                .containsExactly(AlarmTransition.RAISED, AlarmTransition.ESCALATED, AlarmTransition.EXHAUSTED);
        assertThat(alarm.state()).isEqualTo(AlarmState.ACTIVE_UNACKNOWLEDGED);
        assertThat(lastEvent().hasNextEscalationMs()).isFalse();
    }

    @Test
    void goesOnAskingAfterAHighConditionEndedUnseen() {
        // given
        condition(start("a", SEVERITY_HIGH, 15));

        // when
        condition(end("a", 40));
        input(new AlarmInput.EscalationDue(1));

        // then
        assertThat(alarm.state()).isEqualTo(AlarmState.LATCHED);
        assertThat(pages()).extracting(Effect.Page::pageId).containsExactly("a-1-1", "a-2-2");
    }

    @Test
    void staysLatchingWhenAHighAlarmGotMilderBeforeAnybodySawIt() {
        // given
        condition(start("a", SEVERITY_HIGH, 15));
        condition(update("a", SEVERITY_MEDIUM, 90));

        // when
        condition(end("a", 120));

        // then
        assertThat(alarm.state()).isEqualTo(AlarmState.LATCHED);
    }

    @Test
    void closesAMediumAlarmWithItsCondition() {
        // given
        condition(start("a", SEVERITY_MEDIUM, 15));

        // when
        condition(end("a", 40));

        // then
        assertThat(alarm.state()).isEqualTo(AlarmState.CLOSED);
        assertThat(effects).contains(new Effect.CancelTimer(1));
        assertThat(lastEvent().getTransition()).isEqualTo(AlarmTransition.RESOLVED);
    }

    @Test
    void keepsSayingWhatWasWrongAfterItEnded() {
        // given
        condition(start("a", SEVERITY_HIGH, 15));

        // when
        condition(end("a", 40));

        // then
        assertThat(AlarmWords.of(lastEvent().getCondition())).isEqualTo("SpO2 84 < 85");
        assertThat(lastEvent().getCondition().getDecidedBy().getSeq()).isEqualTo(115);
    }

    @Test
    void stopsAskingWhenSomebodyAcknowledges() {
        // given
        condition(start("a", SEVERITY_HIGH, 15));

        // when
        input(new AlarmInput.Acknowledge("CN Lindqvist", "at the bed"));
        input(new AlarmInput.EscalationDue(1));

        // then
        assertThat(alarm.state()).isEqualTo(AlarmState.ACTIVE_ACKNOWLEDGED);
        assertThat(lastEvent().getAcknowledgedBy()).isEqualTo("CN Lindqvist");
        assertThat(lastEvent().getCause()).isEqualTo("at the bed");
        assertThat(pages()).hasSize(1);
    }

    @Test
    void takesAnAcknowledgementBackWhenItGetsWorse() {
        // given
        condition(start("a", SEVERITY_MEDIUM, 15));
        input(new AlarmInput.EscalationDue(1));
        input(new AlarmInput.Acknowledge("CN Lindqvist", ""));

        // when
        condition(update("a", SEVERITY_HIGH, 300));

        // then
        assertThat(alarm.state()).isEqualTo(AlarmState.ACTIVE_UNACKNOWLEDGED);
        assertThat(lastEvent().getTransition()).isEqualTo(AlarmTransition.SEVERITY_RAISED);
        assertThat(lastEvent().getAcknowledgedBy()).isEmpty();
        assertThat(pages()).extracting(Effect.Page::pageId).containsExactly("a-1-1", "a-2-2", "a-1-3");
        assertThat(effects).contains(new Effect.StartTimer(3, now.plus(Duration.ofSeconds(60))));
    }

    @Test
    void tellsTheSamePersonAgainWithoutMoreTimeWhenALatchedAlarmHappensAgain() {
        // given
        condition(start("a", SEVERITY_HIGH, 15));
        condition(end("a", 40));

        // when
        now = now.plusSeconds(50);
        condition(start("b", SEVERITY_HIGH, 65));

        // then
        assertThat(alarm.state()).isEqualTo(AlarmState.ACTIVE_UNACKNOWLEDGED);
        assertThat(lastEvent().getAlarmId()).isEqualTo("a");
        assertThat(lastEvent().getTransition()).isEqualTo(AlarmTransition.REACTIVATED);
        assertThat(lastEvent().getNextEscalationMs())
                .isEqualTo(TestWard.START.plusSeconds(60).toEpochMilli());
        assertThat(pages()).extracting(Effect.Page::reminderOf).containsExactly(null, "a-1-1");
    }

    @Test
    void reportsLostInputAndItsReturnWithoutClosing() {
        // given
        condition(start("a", SEVERITY_MEDIUM, 15));

        // when
        condition(
                update("a", SEVERITY_MEDIUM, 30).toBuilder().setInputStale(true).build());
        condition(update("a", SEVERITY_MEDIUM, 50));

        // then
        assertThat(events())
                .extracting(AlarmEvent::getTransition)
                .containsExactly(AlarmTransition.RAISED, AlarmTransition.INPUT_LOST, AlarmTransition.INPUT_RETURNED);
        assertThat(alarm.state()).isEqualTo(AlarmState.ACTIVE_UNACKNOWLEDGED);
    }

    @Test
    void doesNothingWhenTheWholeHistoryIsReplayed() {
        // given
        List<AlarmCondition> history = List.of(
                start("a", SEVERITY_MEDIUM, 15),
                update("a", SEVERITY_HIGH, 30),
                update("a", SEVERITY_HIGH, 40).toBuilder().setInputStale(true).build(),
                update("a", SEVERITY_MEDIUM, 90));
        history.forEach(this::condition);
        int before = effects.size();

        // when
        history.forEach(this::condition);

        // then
        assertThat(effects).hasSize(before);
    }

    @Test
    void pagesNobodyForTechnicalOrMildConditionsAndSaysWhy() {
        // when
        condition(probeOff("t", 15));
        alarm = new NotRaised();
        condition(start("a", SEVERITY_LOW, 15));

        // then
        assertThat(pages()).isEmpty();
        assertThat(effects)
                .contains(
                        new Effect.NotPaged(WithheldReason.TECHNICAL),
                        new Effect.NotPaged(WithheldReason.BELOW_PAGE_SEVERITY));
    }

    @Test
    void pagesFromTheMomentThatAMildConditionGetsWorse() {
        // given
        condition(start("a", SEVERITY_LOW, 15));

        // when
        condition(update("a", SEVERITY_MEDIUM, 30));

        // then
        assertThat(pages()).extracting(Effect.Page::pageId).containsExactly("a-1-1");
    }

    private void condition(AlarmCondition condition) {
        input(AlarmInput.of(condition));
    }

    private void input(AlarmInput input) {
        Decision decision = Alarm.decide(
                alarm, input, new Surroundings(now, new Place("W3", "12B"), TestWard.LADDER, TestWard.POLICY));
        alarm = decision.next();
        effects.addAll(decision.effects());
    }

    private List<AlarmEvent> events() {
        return effects.stream()
                .filter(Effect.Publish.class::isInstance)
                .map(effect -> ((Effect.Publish) effect).event())
                .toList();
    }

    private AlarmEvent lastEvent() {
        List<AlarmEvent> events = events();
        return events.get(events.size() - 1);
    }

    private List<Effect.Page> pages() {
        return effects.stream()
                .filter(Effect.Page.class::isInstance)
                .map(Effect.Page.class::cast)
                .toList();
    }
}
