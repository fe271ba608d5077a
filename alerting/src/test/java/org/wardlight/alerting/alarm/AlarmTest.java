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
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.wardlight.alerting.TestWard;
import org.wardlight.events.AlarmWords;
import org.wardlight.events.v1.AlarmCondition;
import org.wardlight.events.v1.AlarmEvent;
import org.wardlight.events.v1.AlarmState;
import org.wardlight.events.v1.AlarmTransition;
import org.wardlight.events.v1.Responsibility;

/** The rules, told as short stories. */
class AlarmTest {

    private final List<Effect> effects = new ArrayList<>();
    private Alarm alarm = new NotRaised();
    private Instant now = TestWard.START;
    private Ladder ladder = TestWard.LADDER;
    private List<Hold> holds = List.of();
    private @Nullable Hold audioPause;

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
        input(new AlarmInput.TimerDue(mainTimer()));
        now = now.plusSeconds(60);
        input(new AlarmInput.TimerDue(mainTimer()));

        // then
        assertThat(pages())
                .extracting(page -> page.step().recipient())
                .containsExactly("RN Okafor", "CN Lindqvist", "whole unit");
        assertThat(events())
                .extracting(AlarmEvent::getTransition)
                .containsExactly(AlarmTransition.RAISED, AlarmTransition.ESCALATED, AlarmTransition.EXHAUSTED);
        assertThat(alarm.state()).isEqualTo(AlarmState.ACTIVE_UNACKNOWLEDGED);
        assertThat(lastEvent().getResponsibility()).isEqualTo(Responsibility.RESPONSIBILITY_EXHAUSTED);
        assertThat(lastEvent().getNextEscalationMs())
                .as("reminded")
                .isEqualTo(now.plusSeconds(60).toEpochMilli());
    }

    @Test
    void goesOnAskingAfterAHighConditionEndedUnseen() {
        // given
        condition(start("a", SEVERITY_HIGH, 15));

        // when
        condition(end("a", 40));
        input(new AlarmInput.TimerDue(mainTimer()));

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
        int asking = mainTimer();
        input(new AlarmInput.Acknowledge("CN Lindqvist", "at the bed"));
        input(new AlarmInput.TimerDue(asking));

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
        input(new AlarmInput.TimerDue(mainTimer()));
        input(new AlarmInput.Acknowledge("CN Lindqvist", ""));

        // when
        condition(update("a", SEVERITY_HIGH, 300));

        // then
        assertThat(alarm.state()).isEqualTo(AlarmState.ACTIVE_UNACKNOWLEDGED);
        assertThat(lastEvent().getTransition()).isEqualTo(AlarmTransition.SEVERITY_RAISED);
        assertThat(lastEvent().getAcknowledgedBy()).isEmpty();
        assertThat(pages()).extracting(Effect.Page::pageId).containsExactly("a-1-1", "a-2-2", "a-1-3");
        assertThat(effects).contains(new Effect.StartTimer(mainTimer(), now.plus(Duration.ofSeconds(60))));
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

    @Test
    void acceptanceStopsTheLadderForAWhileButIsNoAcknowledgement() {
        // given
        condition(start("a", SEVERITY_HIGH, 15));

        // when
        input(new AlarmInput.Accept("RN Okafor"));
        assertThat(alarm.state()).isEqualTo(AlarmState.ACTIVE_UNACKNOWLEDGED);
        assertThat(lastEvent().getAcceptedBy()).isEqualTo("RN Okafor");
        now = now.plus(Duration.ofMinutes(5));
        input(new AlarmInput.TimerDue(mainTimer()));

        // then
        assertThat(pages()).extracting(Effect.Page::pageId).containsExactly("a-1-1", "a-2-2");
        assertThat(lastEvent().getAcceptedBy()).isEmpty();
    }

    @Test
    void rejectionAsksTheNextLevelAtOnceAndOnlyFromWhoeverIsAsked() {
        // given
        condition(start("a", SEVERITY_HIGH, 15));

        // when
        input(new AlarmInput.Reject("RN Okafor", 1, "with another patient"));
        input(new AlarmInput.Reject("RN Okafor", 1, "again"));

        // then
        assertThat(pages()).extracting(Effect.Page::pageId).containsExactly("a-1-1", "a-2-2");
        assertThat(lastEvent().getTransition()).isEqualTo(AlarmTransition.ESCALATED);
    }

    /** Golden scenario S8. */
    @Test
    void withoutAReceiptTheSecondChannelAndThenTheNextLevelAreAsked() {
        // given
        ladder = TestWard.LADDER.withSecondReceivers(Map.of("pager", "phone"));
        condition(start("a", SEVERITY_HIGH, 15));

        // when
        now = now.plusSeconds(5);
        input(new AlarmInput.TimerDue(receiptTimer()));
        now = now.plusSeconds(5);
        input(new AlarmInput.TimerDue(receiptTimer()));

        // then
        assertThat(pages()).extracting(Effect.Page::pageId).containsExactly("a-1-1", "a-1-1", "a-2-2");
        assertThat(pages()).extracting(page -> page.step().receiver()).containsExactly("pager", "phone", "pager");
        assertThat(effects).contains(new Effect.Undelivered("pager"));
    }

    @Test
    void aPageThatItsReceiverWillNeverTakeDoesNotWaitForAReceipt() {
        // given
        condition(start("a", SEVERITY_HIGH, 15));

        // when
        input(new AlarmInput.PageFailed("a-1-1", "pager", "http-401"));

        // then
        assertThat(pages()).extracting(Effect.Page::pageId).containsExactly("a-1-1", "a-2-2");
    }

    @Test
    void aPauseHoldsEverybodyUntilItsEndAndThenTheFirstPersonIsAsked() {
        // given
        condition(start("a", SEVERITY_HIGH, 15));
        holds = List.of(new Hold(WithheldReason.PAUSED, now.plusSeconds(120), SEVERITY_HIGH));

        // when
        input(new AlarmInput.Pause("RN Okafor", "suction"));
        assertThat(lastEvent().getHeldBecause()).isEqualTo("paused");
        now = now.plusSeconds(120);
        input(new AlarmInput.TimerDue(mainTimer()));

        // then
        assertThat(pages()).extracting(Effect.Page::pageId).containsExactly("a-1-1", "a-1-2");
        assertThat(lastEvent().getTransition()).isEqualTo(AlarmTransition.PAUSE_ENDED);
    }

    /** Golden scenario S12. */
    @Test
    void aGraverAlarmSoundsAndAsksInSpiteOfAPause() {
        // given
        Hold pause = new Hold(WithheldReason.PAUSED, now.plusSeconds(120), SEVERITY_MEDIUM);
        holds = List.of(pause);
        audioPause = pause;

        // when
        condition(start("a", SEVERITY_MEDIUM, 15));
        assertThat(lastEvent().getAudioPausedUntilMs()).isEqualTo(pause.until().toEpochMilli());
        assertThat(pages()).isEmpty();
        condition(update("a", SEVERITY_HIGH, 30));

        // then
        assertThat(lastEvent().hasAudioPausedUntilMs()).isFalse();
        assertThat(pages()).hasSize(1);
    }

    @Test
    void anAcknowledgementEndsWhenTheConditionGoesOnForLong() {
        // given
        condition(start("a", SEVERITY_HIGH, 15));
        input(new AlarmInput.Acknowledge("RN Okafor", ""));

        // when
        now = now.plus(Duration.ofMinutes(5));
        input(new AlarmInput.TimerDue(mainTimer()));

        // then
        assertThat(alarm.state()).isEqualTo(AlarmState.ACTIVE_UNACKNOWLEDGED);
        assertThat(pages()).extracting(Effect.Page::pageId).containsExactly("a-1-1", "a-1-2");
        condition(end("a", 400));
        assertThat(alarm.state()).as("nobody has seen it since").isEqualTo(AlarmState.LATCHED);
    }

    private int mainTimer() {
        return alarm.facts().map(facts -> facts.timers().main()).orElse(0);
    }

    private int receiptTimer() {
        return alarm.facts().map(facts -> facts.timers().receipt()).orElse(0);
    }

    private void condition(AlarmCondition condition) {
        input(AlarmInput.of(condition));
    }

    private void input(AlarmInput input) {
        Decision decision = Alarm.decide(
                alarm,
                input,
                new Surroundings(now, new Place("W3", "12B"), ladder, TestWard.POLICY, holds, audioPause));
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
