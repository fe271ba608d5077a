package org.wardlight.alerting.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wardlight.alerting.TestWard.end;
import static org.wardlight.alerting.TestWard.start;
import static org.wardlight.events.v1.Severity.SEVERITY_HIGH;
import static org.wardlight.events.v1.Severity.SEVERITY_MEDIUM;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.wardlight.alerting.TestDatabase;
import org.wardlight.alerting.TestWard;
import org.wardlight.alerting.store.OutboxRow;
import org.wardlight.alerting.store.TimerId;
import org.wardlight.events.v1.AlarmEvent;
import org.wardlight.events.v1.AlarmState;
import org.wardlight.events.v1.AlarmTransition;

/** What people say about alarms. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class DeskCommandsTest extends DeskTest {

    private static final int RACES = 8;

    @Test
    void givesARepeatedAcknowledgementTheSameAnswerWithoutASecondTransition() {
        try (DeskFixture ward = open()) {
            // given
            ward.condition(start("a", SEVERITY_HIGH, 15));

            // when
            CommandAnswer first = acknowledge(ward, "a", "key-1");
            ward.condition(end("a", 40));
            CommandAnswer second = acknowledge(ward, "a", "key-1");
            CommandAnswer other = ward.desk.command(
                    AlarmCommand.acknowledge("b", new AlarmCommand.By("RN Okafor", ""), "key-1"), alarm -> "x");

            // then
            assertThat(second).isEqualTo(first);
            assertThat(other.outcome()).isEqualTo(CommandAnswer.Outcome.KEY_REUSED);
            assertThat(only(ward).facts().orElseThrow().seq()).isEqualTo(3);
        }
    }

    @Test
    void somebodyOffTheRotaTakesAnAlarmOnlyWithAReasonAndTheRefusalIsAudited() throws Exception {
        try (DeskFixture ward = open()) {
            ward.condition(start("a", SEVERITY_HIGH, 15));

            CommandAnswer refused = say(ward, AlarmCommand.acknowledge("a", by("Porter Quist", ""), ""));
            assertThat(refused.outcome()).isEqualTo(CommandAnswer.Outcome.OFF_ROTA);
            assertThat(only(ward).state()).isEqualTo(AlarmState.ACTIVE_UNACKNOWLEDGED);
            assertThat(count("select count(*) from audit where what = 'REFUSED' and actor = 'Porter Quist'"))
                    .isEqualTo(1);

            CommandAnswer taken =
                    say(ward, AlarmCommand.acknowledge("a", by("Porter Quist", "was next to the bed"), ""));
            assertThat(taken.outcome()).isEqualTo(CommandAnswer.Outcome.DONE);
        }
    }

    @Test
    void oneThatIsAcknowledgedTwiceBelongsToWhoWasFirst() {
        try (DeskFixture ward = open()) {
            ward.condition(start("a", SEVERITY_HIGH, 15));

            CommandAnswer first = say(ward, AlarmCommand.acknowledge("a", by("RN Okafor", ""), "k-1"));
            CommandAnswer second = say(ward, AlarmCommand.acknowledge("a", by("CN Lindqvist", ""), "k-2"));

            assertThat(first.outcome()).isEqualTo(CommandAnswer.Outcome.DONE);
            assertThat(second.outcome()).isEqualTo(CommandAnswer.Outcome.DONE);
            assertThat(only(ward).facts().orElseThrow().owners().acknowledged())
                    .satisfies(owner -> assertThat(owner.actor()).isEqualTo("RN Okafor"));
            assertThat(ward.events()).hasSize(2);
        }
    }

    @Test
    void anAcknowledgementThatRacesTheEscalationStopsItOrComesAfterItAndNothingInBetween() throws Exception {
        for (int i = 0; i < RACES; i++) {
            try (DeskFixture ward =
                    DeskFixture.open(database.in(directory.resolve("escalation-" + i)), new TestWard.SteppedTime())) {
                ward.condition(start("a", SEVERITY_HIGH, 15));
                int timer = only(ward).facts().orElseThrow().timers().main();

                atOnce(() -> ward.desk.timerDue(new TimerId("a", timer)), () -> acknowledge(ward, "a", ""));

                assertThat(only(ward).state()).isEqualTo(AlarmState.ACTIVE_ACKNOWLEDGED);
                List<AlarmTransition> told = transitions(ward);
                assertThat(told.get(told.size() - 1)).isEqualTo(AlarmTransition.ACKNOWLEDGED);
                int escalated = told.contains(AlarmTransition.ESCALATED) ? 1 : 0;
                assertThat(ward.pages()).hasSize(1 + escalated);
                assertThat(count(directory.resolve("escalation-" + i)))
                        .as("the end of the acknowledgement, and one that ran out by hand here")
                        .isEqualTo(1 + escalated);
            }
        }
    }

    @Test
    void aConditionThatBeginsAndEndsAtOnceIsOneAlarmThatIsOver() throws Exception {
        for (int i = 0; i < RACES; i++) {
            try (DeskFixture ward =
                    DeskFixture.open(database.in(directory.resolve("clear-" + i)), new TestWard.SteppedTime())) {
                atOnce(() -> ward.condition(start("a", SEVERITY_MEDIUM, 15), 0), () -> ward.condition(end("a", 40), 1));

                // An end that comes first is the end of nothing, or the beginning is late news of what has ended.
                ward.condition(end("a", 40), 2);
                assertThat(only(ward).state()).isEqualTo(AlarmState.CLOSED);
                assertThat(count(directory.resolve("clear-" + i))).isZero();
            }
        }
    }

    @Test
    void oneThatNeededNobodyIsAuditedAsSuch() throws Exception {
        try (DeskFixture ward = open()) {
            ward.condition(start("a", SEVERITY_MEDIUM, 15));

            say(ward, AlarmCommand.acknowledgeNotActionable("a", by("RN Okafor", "probe moved"), ""));

            assertThat(count("select count(*) from audit where what = 'NOT_ACTIONABLE' and why = 'probe moved'"))
                    .isEqualTo(1);
            assertThat(ward.store.raisedOn("W3", TestWard.START, TestWard.START.plusSeconds(60)))
                    .singleElement()
                    .satisfies(raised -> {
                        assertThat(raised.notActionable()).isEqualTo("probe moved");
                        assertThat(raised.priority()).isEqualTo("medium");
                        assertThat(raised.answeredMillis()).isNotNull();
                        assertThat(raised.bedId()).isEqualTo("12B");
                    });
            assertThat(ward.store.raisedOn("W3", TestWard.START.minusSeconds(60), TestWard.START))
                    .isEmpty();
            assertThat(ward.store.raisedOn("W4", TestWard.START, TestWard.START.plusSeconds(60)))
                    .isEmpty();
        }
    }

    private static AlarmCommand.By by(String actor, String reason) {
        return new AlarmCommand.By(actor, reason);
    }

    private static CommandAnswer say(DeskFixture ward, AlarmCommand command) {
        return ward.desk.command(command, alarm -> alarm.state().name());
    }

    private long count(Path place) throws Exception {
        return database.count(place, "select count(*) from scheduled_tasks");
    }

    private static List<AlarmTransition> transitions(DeskFixture ward) throws Exception {
        List<AlarmTransition> told = new ArrayList<>();
        for (OutboxRow row : ward.events()) {
            told.add(AlarmEvent.parseFrom(row.payload()).getTransition());
        }
        return told;
    }

    private static void atOnce(Runnable one, Runnable other) throws Exception {
        CountDownLatch ready = new CountDownLatch(2);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<?>> both = new ArrayList<>();
            for (Runnable task : List.of(one, other)) {
                both.add(threads.submit(() -> {
                    ready.countDown();
                    ready.await();
                    task.run();
                    return null;
                }));
            }
            for (Future<?> each : both) {
                each.get(30, TimeUnit.SECONDS);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void refusesToAcknowledgeWhatIsClosedOrUnknown() {
        try (DeskFixture ward = open()) {
            // given
            ward.condition(start("a", SEVERITY_MEDIUM, 15));
            ward.condition(end("a", 40));

            // then
            assertThat(acknowledge(ward, "a", "").outcome()).isEqualTo(CommandAnswer.Outcome.CLOSED);
            assertThat(acknowledge(ward, "z", "").outcome()).isEqualTo(CommandAnswer.Outcome.UNKNOWN);
        }
    }
}
