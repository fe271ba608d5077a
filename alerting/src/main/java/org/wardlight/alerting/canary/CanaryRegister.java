package org.wardlight.alerting.canary;

import com.google.protobuf.Message;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.wardlight.events.CanaryWard;
import org.wardlight.events.PatientRef;
import org.wardlight.events.Topics;
import org.wardlight.events.Topics.Topic;
import org.wardlight.events.v1.Association;
import org.wardlight.events.v1.Authorship;
import org.wardlight.events.v1.DeviceRegistration;
import org.wardlight.events.v1.Patient;
import org.wardlight.events.v1.PatientLimits;
import org.wardlight.events.v1.Rota;
import org.wardlight.events.v1.RotaStep;

/**
 * What the register's topics are told of a canary: who it is, what it wears, its limits, and that nobody but itself is
 * asked about it. Nothing is expected of its device, so that a canary that is not running raises no alarm.
 */
final class CanaryRegister {

    private static final String BED = "canary";
    /** What is wrong for everybody is wrong in no bed. */
    private static final String NO_BED = "";

    private final CanaryWard canary;
    private final String site;
    private final String receiver;

    CanaryRegister(CanaryWard canary, String site, String receiver) {
        this.canary = canary;
        this.site = site;
        this.receiver = receiver;
    }

    /** One record of a compacted topic. */
    record Entry(Topic topic, String key, Message value) {}

    /** It lies there from then on, as told now. */
    List<Entry> admitted(Instant from, Instant now) {
        return List.of(
                new Entry(Topics.REGISTER_ROTA, canary.id(), rota(now)),
                patient(stay(canary.patient(), canary.id(), BED, from).setRevision(revision(now))),
                patient(stay(canary.wholeWard(), canary.wardId(), NO_BED, from).setRevision(revision(now))),
                new Entry(Topics.REGISTER_LIMITS, canary.patient().value(), limits(now)),
                device(worn(from), now));
    }

    /** It wears nothing any more: what is open about it ends. */
    List<Entry> takenOff(Instant from, Instant now) {
        return List.of(device(worn(from).setToMs(now.toEpochMilli()), now));
    }

    private static Entry patient(Patient.Builder patient) {
        return new Entry(Topics.REGISTER_PATIENT, patient.getPatientRef(), patient.build());
    }

    private Patient.Builder stay(PatientRef who, String wardId, String bed, Instant admitted) {
        return Patient.newBuilder()
                .setPatientRef(who.value())
                .setSite(site)
                .setWardId(wardId)
                .setBedId(bed)
                .setAdmittedMs(admitted.toEpochMilli())
                .setDemo(true);
    }

    private PatientLimits limits(Instant now) {
        return PatientLimits.newBuilder()
                .setPatientRef(canary.patient().value())
                .addAllRules(Arrays.stream(Breach.values()).map(Breach::limit).toList())
                .setRevision(revision(now))
                .setBy(by(now))
                .build();
    }

    private Entry device(Association.Builder worn, Instant now) {
        String id = canary.device().value();
        return new Entry(
                Topics.REGISTER_ASSOCIATION,
                id,
                DeviceRegistration.newBuilder()
                        .setDeviceId(id)
                        .setProfile("canary")
                        .addAssociations(worn)
                        .setRevision(revision(now))
                        .build());
    }

    private Association.Builder worn(Instant from) {
        return Association.newBuilder()
                .setPatientRef(canary.patient().value())
                .setFromMs(from.toEpochMilli())
                .setBy(by(from));
    }

    private Rota rota(Instant now) {
        return Rota.newBuilder()
                .setWardId(canary.id())
                .addSteps(RotaStep.newBuilder().setRole("canary").setReceiver(receiver))
                .setRevision(revision(now))
                .setTimeZone("UTC")
                .setBy(by(now))
                .build();
    }

    private static Authorship by(Instant now) {
        return Authorship.newBuilder()
                .setActor("canary")
                .setReason("proves the way of an alarm")
                .setTimeMs(now.toEpochMilli())
                .build();
    }

    /** Only that it counts up matters. */
    private static long revision(Instant now) {
        return now.toEpochMilli();
    }
}
