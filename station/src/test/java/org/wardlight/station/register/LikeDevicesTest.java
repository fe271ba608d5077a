package org.wardlight.station.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.wardlight.station.plan.WardPlan.Device;
import org.wardlight.station.register.RegisterCommand.Connect;
import org.wardlight.station.register.RegisterCommand.CorrectAssociation;
import org.wardlight.station.register.RegisterCommand.SwapDevices;
import org.wardlight.station.register.RegisterCommand.TakeOff;
import org.wardlight.station.register.RegisterRefusal.Reason;

/** Nobody wears two devices of one kind, whichever way they would come to it. */
class LikeDevicesTest {

    private static final Device SECOND = new Device("mon-99", "bedside-monitor");

    private final WardFixture ward = new WardFixture(Duration.ofHours(24));

    @Test
    void secondDeviceOfTheSameKindIsRefusedUntilTheFirstIsOff() {
        Device second = new Device("mon-99", "bedside-monitor");

        assertThat(ward.refused(new Connect("01", second, null)).sentence()).contains("mon-01", "Take it off first");
        ward.perform(new Connect("01", WardFixture.watch(), null));
        ward.perform(new TakeOff("mon-01", null));
        ward.perform(new Connect("01", second, null));

        assertThat(ward.state.wornBy(ward.in("01")))
                .extracting(RegisteredDevice::id)
                .containsExactly("mon-99", "my-watch");
    }

    @Test
    void notInThePastEither() {
        ward.perform(new TakeOff("mon-01", ward.hoursAgo(1)));

        RegisterRefusal refusal = ward.refused(new Connect("01", SECOND, ward.hoursAgo(2)));

        assertThat(refusal.reason()).isEqualTo(Reason.CONFLICT);
        assertThat(refusal.sentence())
                .isEqualTo("The patient in bed 01 wore mon-01, which is a bedside-monitor too,"
                        + " from 2026-11-20 09:00 to 09:00. Choose another time, or correct that one first.");
        ward.perform(new Connect("01", SECOND, ward.hoursAgo(1)));
        assertThat(ward.device("mon-99").isWornBy(ward.in("01"))).isTrue();
    }

    @Test
    void norByACorrection() {
        ward.perform(new TakeOff("mon-01", ward.hoursAgo(2)));
        ward.perform(new Connect("01", SECOND, ward.hoursAgo(1)));
        Worn worn = ward.device("mon-99").worn().get(0);

        assertThat(ward.reason(new CorrectAssociation(worn.id(), ward.hoursAgo(3), null)))
                .isEqualTo(Reason.CONFLICT);
        ward.perform(new CorrectAssociation(worn.id(), ward.hoursAgo(2), null));

        assertThat(ward.device("mon-99").worn().get(0).fromMillis()).isEqualTo(ward.hoursAgo(2));
    }

    @Test
    void norByASwap() {
        ward.perform(new Connect("01", WardFixture.watch(), null));
        ward.clock.advance(Duration.ofHours(2));
        ward.perform(new TakeOff("mon-01", ward.hoursAgo(1)));

        assertThat(ward.reason(new SwapDevices("01", "02", ward.hoursAgo(2)))).isEqualTo(Reason.CONFLICT);
        ward.perform(new SwapDevices("01", "02", ward.hoursAgo(1)));

        assertThat(ward.device("mon-02").isWornBy(ward.in("01"))).isTrue();
    }
}
