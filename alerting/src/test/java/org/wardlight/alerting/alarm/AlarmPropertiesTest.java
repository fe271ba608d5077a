package org.wardlight.alerting.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.wardlight.alerting.TestWard;
import org.wardlight.events.v1.AlarmCondition;
import org.wardlight.events.v1.AlarmState;
import org.wardlight.events.v1.ConditionPhase;
import org.wardlight.events.v1.EndCause;
import org.wardlight.events.v1.Responsibility;
import org.wardlight.events.v1.Severity;

/** What holds for an alarm in any order of inputs, sensible or not; seeded, so that a failure happens again. */
class AlarmPropertiesTest {

    private static final int STORIES = 20_000;
    private static final int INPUTS = 30;
    private static final List<Severity> SEVERITIES =
            List.of(Severity.SEVERITY_LOW, Severity.SEVERITY_MEDIUM, Severity.SEVERITY_HIGH);

    @Test
    void invariantsHoldInAnyOrderOfInputs() {
        assertThat(tell(STORIES)).isEqualTo(STORIES * INPUTS);
    }

    /** {@code -Dalarm-stories=1000000} for more or fewer. */
    @Test
    @Tag("long")
    void invariantsHoldInAMillionStories() {
        int stories = Integer.getInteger("alarm-stories", 1_000_000);
        long began = System.nanoTime();

        long inputs = tell(stories);

        System.out.printf(
                "alarm stories: %,d with %,d inputs in %.1f s%n", stories, inputs, (System.nanoTime() - began) / 1e9);
        assertThat(inputs).isEqualTo((long) stories * INPUTS);
    }

    private static long tell(int stories) {
        return IntStream.range(0, stories)
                .parallel()
                .mapToLong(AlarmPropertiesTest::tellOne)
                .sum();
    }

    private static long tellOne(int seed) {
        Story story = new Story(seed);
        try {
            story.tell();
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
        }
        return story.inputs;
    }

    /** One alarm's life with random inputs, checked after each. */
    private static final class Story {

        private final Random random;
        private final List<AlarmInput> told = new ArrayList<>();
        private final Set<Integer> timers = new TreeSet<>();
        private final Set<String> pages = new HashSet<>();
        private Alarm alarm = new NotRaised();
        private long seq;
        private int second = 10;
        private int heldUntil;
        private int inputs;
        private Severity upTo = Severity.SEVERITY_LOW;

        Story(int seed) {
            random = new Random(seed);
        }

        void tell() {
            for (; inputs < INPUTS; inputs++) {
                step(told.isEmpty() || random.nextInt(4) > 0 ? invent() : told.get(random.nextInt(told.size())));
            }
        }

        private void step(AlarmInput input) {
            told.add(input);
            Alarm before = alarm;
            Decision decision = Alarm.decide(alarm, input, surroundings());
            alarm = decision.next();
            if (input instanceof AlarmInput.TimerDue due && decision.ignored() == null) {
                assertThat(timers.remove(due.timer())).as("the timer ran").isTrue();
            }
            decision.effects().forEach(this::take);
            check(before, input, decision);
        }

        private void take(Effect effect) {
            if (effect instanceof Effect.Publish publish) {
                assertThat(publish.event().getSeq()).isEqualTo(++seq);
            } else if (effect instanceof Effect.StartTimer start) {
                assertThat(timers.add(start.timer())).isTrue();
            } else if (effect instanceof Effect.CancelTimer cancel) {
                assertThat(timers.remove(cancel.timer())).isTrue();
            } else if (effect instanceof Effect.Page page) {
                assertThat(pages.add(page.pageId())).as("page id is new").isTrue();
            }
        }

        private void check(Alarm before, AlarmInput input, Decision decision) {
            alarm.facts().ifPresent(facts -> {
                Set<Integer> known = new TreeSet<>(
                        List.of(facts.timers().main(), facts.timers().receipt()));
                known.remove(0);
                assertThat(timers).as("timers running").isEqualTo(known);
                assertThat(facts.seq()).isEqualTo(seq);
                assertThat(alarm instanceof Calling
                                && facts.asked().responsibility() != Responsibility.RESPONSIBILITY_NONE)
                        .as("whoever is asked has an end to their time")
                        .isEqualTo(alarm instanceof Calling
                                && facts.timers().main() > 0
                                && facts.asked().held() == null);
            });
            if (before instanceof Closed) {
                assertThat(alarm).isInstanceOf(Closed.class);
                assertThat(decision.effects()).noneMatch(Effect.Publish.class::isInstance);
            }
            if (alarm instanceof Closed) {
                assertThat(timers).as("a closed alarm escalates no more").isEmpty();
            }
            if (alarm.state() == AlarmState.ACTIVE_ACKNOWLEDGED) {
                assertThat(decision.effects())
                        .as("nobody is asked about an owned alarm")
                        .noneMatch(Effect.Page.class::isInstance);
            }
            boolean closes = alarm instanceof Closed && !(before instanceof Closed);
            if (closes) {
                assertThat(input).isInstanceOfAny(AlarmInput.ConditionEnded.class, AlarmInput.Acknowledge.class);
            }
            if (closes
                    && before instanceof ActiveUnacknowledged unseen
                    && unseen.known().isLatching()) {
                AlarmCondition condition = ((AlarmInput.ConditionEnded) input).condition();
                assertThat(condition.getEndCause()).isEqualTo(EndCause.CONTEXT_ENDED);
            }
            if (decision.ignored() == null && isCondition(input)) {
                assertThat(Alarm.decide(alarm, input, surroundings()).ignored())
                        .as("a repeat changes nothing")
                        .isNotNull();
            }
        }

        private Surroundings surroundings() {
            Instant now = TestWard.START.plusSeconds(second);
            List<Hold> holds = second < heldUntil
                    ? List.of(new Hold(WithheldReason.PAUSED, TestWard.START.plusSeconds(heldUntil), upTo))
                    : List.of();
            Hold audio = holds.isEmpty() ? null : holds.get(0);
            return new Surroundings(now, Place.UNKNOWN, TestWard.LADDER, TestWard.POLICY, holds, audio);
        }

        private static boolean isCondition(AlarmInput input) {
            return input instanceof AlarmInput.ConditionStarted
                    || input instanceof AlarmInput.ConditionUpdated
                    || input instanceof AlarmInput.ConditionEnded;
        }

        private AlarmInput invent() {
            second += random.nextInt(10);
            if (random.nextInt(20) == 0) {
                heldUntil = second + random.nextInt(30);
                upTo = SEVERITIES.get(random.nextInt(3));
            }
            return switch (random.nextInt(15)) {
                case 0, 1 -> condition(ConditionPhase.CONDITION_START);
                case 2, 3, 4 -> condition(ConditionPhase.CONDITION_UPDATE);
                case 5 -> condition(ConditionPhase.CONDITION_END);
                case 6 -> new AlarmInput.Acknowledge("RN Okafor", "");
                case 7, 8 ->
                    new AlarmInput.TimerDue(
                            alarm.facts().map(f -> f.timers().main()).orElse(0) - random.nextInt(2));
                case 9 ->
                    new AlarmInput.TimerDue(
                            alarm.facts().map(f -> f.timers().receipt()).orElse(0));
                case 10 -> new AlarmInput.Accept(random.nextBoolean() ? "RN Okafor" : "CN Lindqvist");
                case 11 -> new AlarmInput.Reject("RN Okafor", 1 + random.nextInt(3), "");
                case 12 -> new AlarmInput.Pause("RN Okafor", "suction");
                case 13 ->
                    random.nextBoolean() ? new AlarmInput.Resume("RN Okafor") : new AlarmInput.AudioPause("RN Okafor");
                default ->
                    random.nextBoolean()
                            ? new AlarmInput.PageDelivered(lastPage(), "pager")
                            : new AlarmInput.PageFailed(lastPage(), "pager", "timeout");
            };
        }

        private String lastPage() {
            return random.nextInt(3) == 0
                    ? "x"
                    : alarm.facts().map(AlarmFacts::lastPageId).orElse("x");
        }

        private AlarmInput condition(ConditionPhase phase) {
            Severity severity = SEVERITIES.get(random.nextInt(3));
            String id = List.of("a", "b", "c").get(random.nextInt(3));
            return AlarmInput.of(TestWard.spo2(id, phase, severity, second)
                    .setInputStale(random.nextInt(4) == 0)
                    .setEndCause(random.nextInt(4) == 0 ? EndCause.CONTEXT_ENDED : EndCause.RETURNED_TO_NORMAL)
                    .build());
        }
    }
}
