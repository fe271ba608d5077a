package org.wardlight.alerting.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.wardlight.alerting.alarm.LadderStep;
import org.wardlight.events.v1.Rota;
import org.wardlight.events.v1.RotaShift;
import org.wardlight.events.v1.RotaStep;

class RotaClockTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final RotaClock rota = RotaClock.of(Rota.newBuilder()
            .setTimeZone("Europe/Berlin")
            .addSteps(step("plain"))
            .addShifts(shift("night", 21 * 60 + 30))
            .addShifts(shift("early", 6 * 60))
            .addShifts(shift("late", 13 * 60 + 30))
            .build());

    @Test
    void shiftLastsUntilTheNextBeginsAndTheLastOneOverMidnight() {
        assertThat(on("2026-11-25T05:59")).isEqualTo("night");
        assertThat(on("2026-11-25T06:00")).isEqualTo("early");
        assertThat(on("2026-11-25T13:29")).isEqualTo("early");
        assertThat(on("2026-11-25T13:30")).isEqualTo("late");
        assertThat(on("2026-11-25T21:29")).isEqualTo("late");
        assertThat(on("2026-11-25T21:30")).isEqualTo("night");
        assertThat(on("2026-11-25T23:59")).isEqualTo("night");
        assertThat(on("2026-11-26T00:00")).isEqualTo("night");
    }

    @Test
    void shiftsFollowTheClockOnTheWallInTheNightOf23Hours() {
        // The clocks go from 02:00 to 03:00 at 01:00 UTC: six in the morning is 04:00 UTC, not 05:00.
        assertThat(at("2026-03-29T03:59:00Z")).isEqualTo("night");
        assertThat(at("2026-03-29T04:00:00Z")).isEqualTo("early");
        assertThat(at("2026-03-28T05:00:00Z")).isEqualTo("early");
        assertThat(at("2026-03-28T04:59:00Z")).isEqualTo("night");
    }

    @Test
    void shiftsFollowTheClockOnTheWallInTheNightOf25Hours() {
        // From 03:00 back to 02:00 at 01:00 UTC: six in the morning is 05:00 UTC again.
        assertThat(at("2026-10-25T04:59:00Z")).isEqualTo("night");
        assertThat(at("2026-10-25T05:00:00Z")).isEqualTo("early");
        assertThat(at("2026-10-24T04:00:00Z")).isEqualTo("early");
    }

    @Test
    void hourThatComesTwiceHasOneShiftEachTime() {
        RotaClock atNight = RotaClock.of(Rota.newBuilder()
                .setTimeZone("Europe/Berlin")
                .addShifts(shift("first", 0))
                .addShifts(shift("second", 2 * 60 + 30))
                .build());

        assertThat(name(atNight, "2026-10-25T00:29:00Z")).isEqualTo("first");
        assertThat(name(atNight, "2026-10-25T00:30:00Z")).isEqualTo("second");
        // 02:00 once more: whoever goes by the wall is on the first shift again.
        assertThat(name(atNight, "2026-10-25T01:00:00Z")).isEqualTo("first");
        assertThat(name(atNight, "2026-10-25T01:30:00Z")).isEqualTo("second");
    }

    @Test
    void withoutShiftsThePlainStepsHold() {
        RotaClock plain = RotaClock.of(Rota.newBuilder().addSteps(step("plain")).build());

        assertThat(name(plain, "2026-11-25T03:00:00Z")).isEqualTo("plain");
    }

    @Test
    void shiftInWhichNobodyIsAskedSilencesNobody() {
        RotaClock odd = RotaClock.of(Rota.newBuilder()
                .setTimeZone("Nowhere/Land")
                .addShifts(shift("day", 6 * 60))
                .addShifts(RotaShift.newBuilder().setName("empty").setFromMinute(12 * 60))
                .build());

        assertThat(name(odd, "2026-11-25T13:00:00Z")).isEqualTo("day");
        assertThat(name(odd, "2026-11-25T03:00:00Z")).isEqualTo("day");
    }

    private String on(String wall) {
        return name(rota, LocalDateTime.parse(wall).atZone(BERLIN).toInstant().toString());
    }

    private String at(String instant) {
        return name(rota, instant);
    }

    private static String name(RotaClock rota, String instant) {
        LadderStep step = rota.ladderAt(Instant.parse(instant)).steps().get(0);
        return step.role();
    }

    private static RotaShift shift(String name, int fromMinute) {
        return RotaShift.newBuilder()
                .setName(name)
                .setFromMinute(fromMinute)
                .addSteps(step(name))
                .build();
    }

    private static RotaStep step(String role) {
        return RotaStep.newBuilder().setRole(role).setReceiver("pager").build();
    }
}
