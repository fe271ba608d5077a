package org.wardlight.alerting.canary;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PathWatchTest {

    private static final Round FIRST = Round.at(Instant.parse("2026-03-01T08:00:00Z"));
    private static final Round SECOND = new Round(FIRST.number() + 1);

    private final PathWatch watch = new PathWatch();

    @Test
    void isWholeWhenABreachComesAllTheWayInTime() {
        watch.begins(FIRST);

        for (Stage stage : Stage.values()) {
            if (stage != Stage.PAGING) {
                assertThat(watch.passes(stage, FIRST, at(3))).isEmpty();
            }
        }

        assertThat(watch.passes(Stage.PAGING, FIRST, at(4))).contains(Duration.ofSeconds(4));
        assertThat(watch.broken(at(19))).isEmpty();
    }

    @Test
    void namesTheFirstStageThatDoesNotPassItOnAsSoonAsItsTimeIsOver() {
        for (Stage stuck : Stage.values()) {
            PathWatch watch = new PathWatch();
            watch.begins(FIRST);
            Arrays.stream(Stage.values())
                    .filter(stage -> stage.compareTo(stuck) < 0)
                    .forEach(stage -> watch.passes(stage, FIRST, at(1)));

            assertThat(watch.broken(FIRST.begins().plus(stuck.within()))).isEmpty();
            assertThat(watch.broken(FIRST.begins().plus(stuck.within()).plusMillis(1)))
                    .contains(stuck);
        }
    }

    @Test
    void noBreachHidesThatTheOneBeforeItGotStuck() {
        watch.begins(FIRST);
        passAllBut(Stage.PAGING, FIRST, at(2));

        watch.begins(SECOND);

        assertThat(watch.broken(at(20))).contains(Stage.PAGING);
        assertThat(Stage.PAGING.within()).isLessThan(Round.EVERY);
    }

    @Test
    void namesAnEarlierStageWhenThatBreaksLater() {
        watch.begins(FIRST);
        passAllBut(Stage.JOB, FIRST, at(2));
        assertThat(watch.broken(at(14))).contains(Stage.JOB);

        watch.begins(SECOND);

        assertThat(watch.broken(at(22))).contains(Stage.JOB);
        assertThat(watch.broken(at(25))).contains(Stage.BROKER);
    }

    @Test
    void staysBrokenUntilALaterBreachHasComeAllTheWay() {
        watch.begins(FIRST);
        assertThat(watch.broken(at(5))).contains(Stage.BROKER);
        watch.begins(SECOND);
        passAllBut(Stage.PAGING, SECOND, at(22));
        assertThat(watch.broken(at(22))).isPresent();

        watch.passes(Stage.PAGING, SECOND, at(23));

        assertThat(watch.broken(at(23))).isEmpty();
    }

    @Test
    void whatComesOfAnEarlierBreachSaysNothing() {
        watch.begins(FIRST);
        passAllBut(Stage.JOB, FIRST, at(2));
        watch.begins(SECOND);
        passAllBut(Stage.JOB, SECOND, at(22));

        assertThat(watch.passes(Stage.JOB, FIRST, at(23))).isEmpty();

        assertThat(watch.broken(at(34))).contains(Stage.JOB);
    }

    @Test
    void aStageThatComesBeforeItsTurnIsNoProofOfTheOthers() {
        watch.begins(FIRST);
        watch.passes(Stage.PAGING, FIRST, at(2));

        assertThat(watch.broken(at(5))).contains(Stage.BROKER);
    }

    @Test
    void whatIsHeldOffProvesNothingNeitherWay() {
        watch.begins(FIRST);
        passAllBut(Stage.PAGING, FIRST, at(3));
        watch.excuses(FIRST);

        assertThat(watch.passes(Stage.PAGING, FIRST, at(4))).isEmpty();
        assertThat(watch.broken(at(19))).isEmpty();
        watch.begins(SECOND);
        assertThat(watch.broken(at(25))).contains(Stage.BROKER);
    }

    @Test
    void aBrokenPathStaysSoThroughWhatIsHeldOff() {
        watch.begins(FIRST);
        assertThat(watch.broken(at(5))).contains(Stage.BROKER);
        watch.begins(SECOND);
        watch.excuses(SECOND);

        assertThat(watch.broken(at(39))).contains(Stage.BROKER);
    }

    @Test
    void nothingIsHeldOffForEver() {
        for (int i = 0; i < 5; i++) {
            Round round = new Round(FIRST.number() + i);
            watch.begins(round);
            passAllBut(Stage.PAGING, round, round.begins().plusSeconds(3));
            watch.excuses(round);
            assertThat(watch.broken(round.begins().plusSeconds(19)).isPresent()).isEqualTo(i == 4);
        }
    }

    /** Whenever it breaks, within a minute: the next breach begins in time, and its last stage is over in time. */
    @Test
    void namesAnyStageWithinAMinute() {
        assertThat(Round.EVERY.plus(Stage.PAGING.within())).isLessThan(Duration.ofSeconds(45));
    }

    private void passAllBut(Stage stuck, Round round, Instant now) {
        Arrays.stream(Stage.values()).filter(stage -> stage != stuck).forEach(stage -> watch.passes(stage, round, now));
    }

    private static Instant at(int second) {
        return FIRST.begins().plusSeconds(second);
    }
}
