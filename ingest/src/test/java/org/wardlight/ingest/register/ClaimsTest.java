package org.wardlight.ingest.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.wardlight.events.v1.Association;
import org.wardlight.events.v1.DeviceRegistration;
import org.wardlight.events.v1.Measurement;
import org.wardlight.events.v1.Observation;
import org.wardlight.events.v1.QuarantinedObservation;

class ClaimsTest {

    private final Claims claims = new Claims();

    @Test
    void claimsAMessageOfWhichAPartWasMeasuredWhileTheDeviceWasWorn() {
        DeviceRegistration worn = registration(interval(100, 200));

        assertThat(claims.newlyClaimed(worn, quarantined(50, 150))).isTrue();
        assertThat(claims.newlyClaimed(worn, quarantined(100))).isTrue();
        assertThat(claims.newlyClaimed(worn, quarantined(50, 200))).isFalse();
    }

    @Test
    void claimsNothingThatTheRegistrationBeforeHadClaimed() {
        claims.learn(registration(interval(100, 200)));
        DeviceRegistration extended = registration(interval(100, 300));

        assertThat(claims.newlyClaimed(extended, quarantined(150))).isFalse();
        assertThat(claims.newlyClaimed(extended, quarantined(250))).isTrue();
        assertThat(claims.claimed(quarantined(150))).isTrue();
        assertThat(claims.claimed(quarantined(250))).isFalse();
    }

    @Test
    void knowsSinceWhenARegistrationClaimsSomethingNew() {
        claims.learn(registration(interval(100, 200), interval(300, 400)));

        assertThat(claims.newSinceMillis(registration(interval(100, 200), interval(300, 400), interval(500, 0))))
                .isEqualTo(500);
        assertThat(claims.newSinceMillis(registration(interval(100, 0)))).isEqualTo(200);
        assertThat(claims.newSinceMillis(registration(interval(50, 200)))).isEqualTo(50);
        assertThat(claims.newSinceMillis(registration(interval(300, 450)))).isEqualTo(400);
    }

    @Test
    void hasNothingNewInADeviceThatIsTakenOffOrHandedOn() {
        claims.learn(registration(interval(100, 0)));

        assertThat(claims.newSinceMillis(registration(interval(100, 900)))).isEqualTo(Long.MAX_VALUE);
        assertThat(claims.newSinceMillis(registration(interval(100, 900), interval(900, 0))))
                .isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void knowsNothingOfADeviceThatTheRegisterDropped() {
        claims.learn(registration(interval(100, 0)));
        claims.forget("mon-07");

        assertThat(claims.claimed(quarantined(150))).isFalse();
        assertThat(claims.newSinceMillis(registration(interval(100, 0)))).isEqualTo(100);
    }

    private static DeviceRegistration registration(Association... associations) {
        return DeviceRegistration.newBuilder()
                .setDeviceId("mon-07")
                .addAllAssociations(List.of(associations))
                .build();
    }

    private static Association interval(long from, long to) {
        Association.Builder association =
                Association.newBuilder().setPatientRef("p-1").setFromMs(from);
        return (to == 0 ? association : association.setToMs(to)).build();
    }

    private static QuarantinedObservation quarantined(long... times) {
        Observation.Builder message = Observation.newBuilder().setDeviceId("mon-07");
        LongStream.of(times)
                .forEach(
                        time -> message.addMeasurements(Measurement.newBuilder().setDeviceTimeMs(time)));
        return QuarantinedObservation.newBuilder().setObservation(message).build();
    }
}
