package org.wardlight.station.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.wardlight.station.MovableClock;
import org.wardlight.station.access.Sessions.Verdict;
import org.wardlight.station.plan.WardPlan;
import org.wardlight.station.plan.WardPlan.Role;

class SessionsTest {

    private static final String PASSWORD = "k7f-2mq";

    private final MovableClock clock = new MovableClock();
    private final Sessions sessions = new Sessions(WardPlan.demo(), PASSWORD, clock);

    @Test
    void rightPasswordIsSomebodyOfTheStaff() {
        Actor actor = sessions.check("okafor", PASSWORD, "a").actor().orElseThrow();

        assertThat(actor).isEqualTo(new Actor("okafor", "RN Okafor", Role.NURSE));
    }

    @Test
    void wrongPasswordAndUnknownPersonLookTheSame() {
        assertThat(sessions.check("okafor", "wrong", "a")).isEqualTo(sessions.check("nobody", PASSWORD, "a"));
    }

    @Test
    void sixthTryOfAnAddressHasToWaitAMinuteEvenWhenRight() {
        for (int i = 0; i < 5; i++) {
            assertThat(sessions.check("okafor", "wrong", "a").verdict()).isEqualTo(Verdict.WRONG);
        }

        assertThat(sessions.check("okafor", PASSWORD, "a").verdict()).isEqualTo(Verdict.TOO_MANY_FAILURES);
        assertThat(sessions.check("okafor", PASSWORD, "b").verdict()).isEqualTo(Verdict.RIGHT);
        clock.advance(Duration.ofMinutes(1));
        assertThat(sessions.check("okafor", PASSWORD, "a").verdict()).isEqualTo(Verdict.RIGHT);
    }

    @Test
    void sessionEndsAfterTwelveHours() {
        String token = sessions.begin(okafor());

        clock.advance(Sessions.LIFETIME.minusSeconds(1));
        assertThat(sessions.find(token)).isPresent();
        clock.advance(Duration.ofSeconds(1));

        assertThat(sessions.find(token)).isEmpty();
    }

    @Test
    void sessionEndsWhenItsHolderSaysSo() {
        String token = sessions.begin(okafor());

        sessions.end(token);

        assertThat(sessions.find(token)).isEmpty();
    }

    @Test
    void tokensHave256RandomBits() {
        Set<String> tokens = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            tokens.add(sessions.begin(okafor()));
        }

        assertThat(tokens).hasSize(100).allMatch(token -> token.length() == 43);
    }

    @Test
    void sessionsAreBounded() {
        String first = sessions.begin(okafor());

        for (int i = 0; i < 1_000; i++) {
            sessions.begin(okafor());
        }

        assertThat(sessions.find(first)).isEmpty();
    }

    private Actor okafor() {
        return sessions.check("okafor", PASSWORD, "a").actor().orElseThrow();
    }
}
