package org.wardlight.stream.device;

import java.util.function.Consumer;
import org.wardlight.events.v1.DecidingReading;
import org.wardlight.events.v1.Measurement;
import org.wardlight.events.v1.Observation;
import org.wardlight.events.v1.QuarantinedObservation;
import org.wardlight.events.v1.Release;
import org.wardlight.stream.attribution.AssociationBook;
import org.wardlight.stream.attribution.DeviceClock;
import org.wardlight.stream.device.UnassignedReadings.Waiting;

/**
 * Gives every reading of a device to whoever wore it at the reading's own time: at once, after waiting for an association, or
 * out of quarantine. What is live and the present wearer's own is judged.
 */
final class Attribution {

    private final DevicePolicy policy;
    private final DeviceState state;
    private final WearerWatch watch;
    private final Consumer<DeviceOutput> out;
    private final DeviceClock clock;
    private final UnassignedReadings unassigned;
    private final Quarantine quarantine;

    Attribution(DevicePolicy policy, DeviceState state, WearerWatch watch, Consumer<DeviceOutput> out) {
        this.policy = policy;
        this.state = state;
        this.watch = watch;
        this.out = out;
        this.clock = new DeviceClock(state.clock);
        this.unassigned = new UnassignedReadings(policy, state.unassigned);
        this.quarantine = new Quarantine(state);
    }

    /** When an association begins or ends, which no record need announce; {@link Long#MAX_VALUE} for never. */
    long nextWearerMillis() {
        return book().nextChangeMillis(state.wearerAsOfMillis);
    }

    /** Hands the device over if somebody else wears it now. */
    void refreshWearer(long nowMillis) {
        state.wearerAsOfMillis = nowMillis;
        String wearer = book().wearer(nowMillis).orElse("");
        if (!wearer.equals(state.wearer)) {
            watch.handOver(wearer, nowMillis);
        }
    }

    /**
     * Gives a message to its wearers, and keeps what nobody wore.
     *
     * @param overtaken whether a later message was applied before it
     */
    void attribute(Observation observation, boolean overtaken, long nowMillis) {
        if (observation.hasSentTimeMs()) {
            clock.observe(observation.getSentTimeMs(), observation.getIngestTimeMs());
        }
        refreshWearer(nowMillis);
        ReadingAttribution split = ReadingAttribution.arriving(observation, clock, book());
        if (split.distrusted()) {
            count(Tally.CLOCK_DISTRUSTED);
            watch.trouble(DeviceTrouble.CLOCK_WRONG, nowMillis);
        }
        split.byPatient()
                .forEach((patient, readings) ->
                        give(new PatientReadings(patient, observation, readings), overtaken, nowMillis));
        if (!split.unassigned().isEmpty()) {
            count(Tally.UNASSIGNED);
            watch.trouble(DeviceTrouble.UNASSIGNED, nowMillis);
            keep(unassigned.waiting(observation, split.unassigned(), overtaken, nowMillis), nowMillis);
        }
    }

    /** Looks again for the wearers of what waits: the register has changed. */
    void retry(long nowMillis) {
        for (Waiting message : unassigned.takeAll()) {
            Observation observation = message.observation();
            ReadingAttribution split = ReadingAttribution.retried(observation.getMeasurementsList(), book());
            if (!split.byPatient().isEmpty()) {
                count(Tally.RELEASED);
            }
            split.byPatient()
                    .forEach((patient, readings) ->
                            give(new PatientReadings(patient, observation, readings), message.overtaken(), nowMillis));
            if (!split.unassigned().isEmpty()) {
                Observation rest = UnassignedReadings.only(observation, split.unassigned());
                keep(new Waiting(rest, message.overtaken(), message.untilMillis()), nowMillis);
            }
        }
    }

    /** When a message has waited long enough; {@link Long#MAX_VALUE} for never. */
    long nextOverdueMillis() {
        return unassigned.nextDueMillis();
    }

    /** Quarantines what has waited long enough. */
    void giveUp(long nowMillis) {
        unassigned.takeOverdue(nowMillis).ifPresent(this::quarantine);
    }

    /** Gives a quarantined message to whoever is now known to have worn the device: history, whatever its age. */
    void release(Release release) {
        if (quarantine.wasReleased(release.getNumber())) {
            count(Tally.DUPLICATE);
            return;
        }
        Observation message = release.getObservation();
        long now = release.getIngestTimeMs();
        ReadingAttribution split = ReadingAttribution.retried(message.getMeasurementsList(), book());
        if (split.byPatient().isEmpty()) {
            return;
        }
        if (quarantine.released(release.getNumber())) {
            count(Tally.RELEASES_JOINED);
        }
        count(Tally.RELEASED);
        split.byPatient()
                .forEach((patient, readings) ->
                        out.accept(new DeviceOutput.Numeric(new PatientReadings(patient, message, readings)
                                .numeric(state.knownRegistration(), now)
                                .setLate(true)
                                .build())));
        if (!split.unassigned().isEmpty()) {
            quarantine(UnassignedReadings.unworn(UnassignedReadings.only(message, split.unassigned()), now));
        }
    }

    private void give(PatientReadings given, boolean overtaken, long nowMillis) {
        boolean old = given.newestMillis() < nowMillis - policy.lateAfter().toMillis();
        if (old && !overtaken) {
            count(Tally.LATE);
        }
        boolean late = overtaken || old;
        out.accept(new DeviceOutput.Numeric(given.numeric(state.knownRegistration(), nowMillis)
                .setClockOffsetMs(clock.offsetMillis())
                .setLate(late)
                .build()));
        if (!late && given.patientRef().equals(state.wearer)) {
            watch.heard(given.newestMillis(), nowMillis);
            for (Measurement reading : given.readings()) {
                judge(given.message(), reading, nowMillis);
            }
        }
    }

    private void judge(Observation observation, Measurement reading, long nowMillis) {
        if (reading.getDeviceTimeMs() < nowMillis - policy.lateAfter().toMillis()) {
            return;
        }
        DecidingReading.Builder identity = DecidingReading.newBuilder()
                .setDeviceId(observation.getDeviceId())
                .setBoot(observation.getSequence().getBoot())
                .setSeq(observation.getSequence().getSeq())
                .setContentHash(observation.getContentHash())
                .setDeviceTimeMs(reading.getDeviceTimeMs())
                .setIngestTimeMs(observation.getIngestTimeMs());
        if (observation.hasSentTimeMs()) {
            identity.setSentTimeMs(observation.getSentTimeMs());
        }
        watch.judge(new LiveReading(reading, identity.build(), nowMillis));
    }

    private void keep(Waiting message, long nowMillis) {
        unassigned.keep(message, nowMillis).ifPresent(this::quarantine);
    }

    private void quarantine(QuarantinedObservation observation) {
        count(Tally.QUARANTINED);
        out.accept(new DeviceOutput.Quarantined(quarantine.numbered(observation)));
    }

    private AssociationBook book() {
        return new AssociationBook(state.knownRegistration());
    }

    private void count(Tally tally) {
        out.accept(new DeviceOutput.Counted(tally));
    }
}
