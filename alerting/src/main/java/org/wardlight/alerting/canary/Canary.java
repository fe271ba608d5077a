package org.wardlight.alerting.canary;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wardlight.alerting.alarm.WithheldReason;
import org.wardlight.alerting.canary.Announcements.Announcement;
import org.wardlight.events.CanaryWard;
import org.wardlight.events.v1.AlarmCondition;
import org.wardlight.events.v1.AlarmEvent;
import org.wardlight.events.v1.AlarmTransition;
import org.wardlight.events.v1.ConditionPhase;
import org.wardlight.events.v1.Observation;

/** One ward's canary: what it is seen to pass, and what follows from it. Safe for use by several threads. */
final class Canary {

    /** From the beginning of a breach until its page has arrived. */
    static final String PASSAGE = "wardlight.canary.passage";
    /** 1 while the path of a ward is whole, 0 while it is broken. */
    static final String WHOLE = "wardlight.canary.path.whole";
    /** How often a stage was named, repeats included. */
    static final String NAMED = "wardlight.canary.stage.broken";

    /** Until it is known to every role, nothing can be said. */
    private static final Duration SETTLING = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(Canary.class);

    private final CanaryWard ward;
    private final InstantSource clock;
    private final Instant settled;
    private final Voice voice;
    private final MeterRegistry meters;
    private final Timer passage;
    private final PathWatch watch = new PathWatch();
    private final Announcements announcements = new Announcements();
    private final WardAlarm alarm;

    Canary(CanaryWard ward, InstantSource clock, WardAlarm alarm, Voice voice, MeterRegistry meters) {
        this.ward = ward;
        this.clock = clock;
        this.settled = clock.instant().plus(SETTLING);
        this.voice = voice;
        this.meters = meters;
        this.alarm = alarm;
        this.passage = Timer.builder(PASSAGE).tag("ward", ward.wardId()).register(meters);
        meters.gauge(WHOLE, Tags.of("ward", ward.wardId()), this, Canary::wholeness);
    }

    /** What a canary says. */
    interface Voice {
        /** To people, past everything that it watches. */
        void announce(CanaryWard ward, Announcement said);

        /** On the log, for alerting and the board. */
        void write(AlarmCondition condition);

        /** A breach of this ward has come all the way. */
        void whole();
    }

    CanaryWard ward() {
        return ward;
    }

    /** The stage that is broken; empty while the path is whole. */
    Optional<Stage> broken() {
        return watch.broken(clock.instant());
    }

    /** Begins the rounds whose time has come, and says what has to be said; to be called about once a second. */
    void look() {
        Instant now = clock.instant();
        Round round = Round.at(now);
        if (!round.begins().isBefore(settled) && !watch.following().equals(Optional.of(round))) {
            watch.begins(round);
        }
        announcements.next(watch.broken(now), now).ifPresent(this::announce);
    }

    /** The broker has taken the reading of that time. */
    void acknowledged(Instant measured) {
        passes(Stage.BROKER, measured);
    }

    /** Every partition of the log answers. */
    void logAnswers() {
        passes(Stage.LOG, clock.instant());
    }

    /** A reading came by on the log. */
    void reading(Observation observation) {
        if (observation.getDeviceId().equals(ward.device().value()) && observation.getMeasurementsCount() > 0) {
            passes(
                    Stage.INGEST,
                    Instant.ofEpochMilli(observation.getMeasurements(0).getDeviceTimeMs()));
        }
    }

    /** A condition came by on the log. */
    void condition(AlarmCondition condition) {
        alarm.sees(condition);
        if (isOwn(condition) && condition.getPhase() == ConditionPhase.CONDITION_START) {
            passes(Stage.JOB, Instant.ofEpochMilli(condition.getOnsetMs()));
        }
    }

    /** An alarm came by on the log. */
    void alarm(AlarmEvent event) {
        if (!isOwn(event.getCondition()) || event.getTransition() != AlarmTransition.RAISED) {
            return;
        }
        Instant measured = Instant.ofEpochMilli(event.getCondition().getOnsetMs());
        passes(Stage.ALERTING, measured);
        if (event.getHeldBecause().equals(WithheldReason.HOLD_OFF.id())) {
            watch.excuses(Round.at(measured));
        }
    }

    /** A page has arrived; by when the reading behind it was measured. */
    void paged(Instant measured) {
        passes(Stage.PAGING, measured);
    }

    private boolean isOwn(AlarmCondition condition) {
        return condition.getPatientRef().equals(ward.patient().value());
    }

    private void passes(Stage stage, Instant measured) {
        Round round = Round.at(measured);
        if (round.isBreaching(measured) || stage == Stage.LOG) {
            watch.passes(stage, round, clock.instant()).ifPresent(this::whole);
        }
    }

    private void whole(Duration after) {
        passage.record(after);
        alarm.ended(clock.instant()).ifPresent(voice::write);
        voice.whole();
    }

    /** People first: the log may be what is away, and takes its time to say so. */
    private void announce(Announcement said) {
        voice.announce(ward, said);
        Stage stage = said.stage();
        if (stage == null) {
            LOG.info("part=canary ward={} path=whole", ward.wardId());
            return;
        }
        LOG.warn("part=canary ward={} path=broken stage={} since={}", ward.wardId(), stage.id(), said.since());
        meters.counter(NAMED, "ward", ward.wardId(), "stage", stage.id()).increment();
        alarm.begun(stage, said.at()).ifPresent(voice::write);
    }

    private double wholeness() {
        return broken().isEmpty() ? 1 : 0;
    }
}
