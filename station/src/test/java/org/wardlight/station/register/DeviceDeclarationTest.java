package org.wardlight.station.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wardlight.events.v1.DeviceRegistration;
import org.wardlight.events.v1.ExpectedSignal;
import org.wardlight.events.v1.Vital;
import org.wardlight.station.plan.WardPlan.Device;
import org.wardlight.station.register.RegisterCommand.Connect;
import org.wardlight.station.register.RegisterCommand.DeclareDevices;
import org.wardlight.station.register.RegisterRefusal.Reason;

/** Devices that say of themselves what they deliver. */
class DeviceDeclarationTest {

    private static final String HOURLY = "hourly-stay";
    private static final Device RECORDING = new Device("rec-01", HOURLY);

    private final WardFixture ward = new WardFixture(Duration.ofHours(24));

    @Test
    void declaredKindHoldsWhenTheDeviceIsPutOn() {
        assertThat(ward.reason(new Connect("17", RECORDING, null))).isEqualTo(Reason.INVALID);

        Decision declared = ward.perform(declare(60, "rec-01", "rec-02"));
        Decision putOn = ward.perform(new Connect("17", RECORDING, null));

        assertThat(declared.what()).isEqualTo("2 devices declared as hourly-stay");
        assertThat(ward.records.of(putOn, ward.state))
                .extracting(RegisterRecord::value)
                .hasAtLeastOneElementOfType(DeviceRegistration.class)
                .filteredOn(DeviceRegistration.class::isInstance)
                .allMatch(value -> ((DeviceRegistration) value).getSignals(0).getIntervalMs() == 3_600_000);
        assertThat(ward.reason(new Connect("17", new Device("rec-03", HOURLY), null)))
                .isEqualTo(Reason.INVALID);
    }

    @Test
    void sameDeclarationAgainChangesNothingAndAnotherOneEverybodysSignals() {
        ward.perform(declare(60, "rec-01"));
        ward.perform(new Connect("17", RECORDING, null));

        assertThat(ward.perform(declare(60, "rec-01")).changes()).isEmpty();
        ward.perform(declare(30, "rec-01"));

        assertThat(ward.device("rec-01").signals().get(0).getIntervalMs()).isEqualTo(1_800_000);
        assertThat(ward.device("rec-01").isWornBy(ward.in("17"))).isTrue();
    }

    @Test
    void kindsOfThePlanAndOfWhatIsWornAreNotForADeviceToChange() {
        assertThat(ward.reason(new DeclareDevices(List.of("rec-01"), "bedside-monitor", signals(60))))
                .isEqualTo(Reason.CONFLICT);
        assertThat(ward.refused(declare(60, "mon-01")).sentence()).contains("wears mon-01 as bedside-monitor");
        assertThat(ward.reason(declare(60))).isEqualTo(Reason.INVALID);
        assertThat(ward.reason(new DeclareDevices(List.of("rec-01"), HOURLY, List.of())))
                .isEqualTo(Reason.INVALID);
        assertThat(ward.reason(new DeclareDevices(List.of("rec-01"), HOURLY, signals(60 * 24))))
                .isEqualTo(Reason.INVALID);
        assertThat(ward.reason(new DeclareDevices(List.of("rec/01"), HOURLY, signals(60))))
                .isEqualTo(Reason.INVALID);
    }

    private static DeclareDevices declare(long minutes, String... ids) {
        return new DeclareDevices(List.of(ids), HOURLY, signals(minutes));
    }

    private static List<ExpectedSignal> signals(long minutes) {
        return List.of(ExpectedSignal.newBuilder()
                .setVital(Vital.SPO2)
                .setIntervalMs(minutes * 60_000)
                .setNoSignalAfterMs(4 * minutes * 60_000)
                .build());
    }
}
