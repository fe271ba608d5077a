package org.wardlight.alerting.canary;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wardlight.alerting.canary.Announcements.Announcement;
import org.wardlight.alerting.health.Loop;
import org.wardlight.alerting.health.Problems;
import org.wardlight.events.CanaryWard;
import org.wardlight.events.v1.AlarmCondition;
import org.wardlight.events.v1.AlarmEvent;
import org.wardlight.events.v1.RawRecord;

/** The canary role: a patient who does not exist in each ward, and a watcher who says where its breaches get stuck. */
public final class CanaryApp implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CanaryApp.class);
    private static final long LOOK_EVERY_MILLIS = 500;

    private final Problems problems = new Problems();
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final PathPages pages;
    private final Heartbeat heartbeat;
    private final LogWriter log;
    private final List<Canary> canaries;
    private final CanaryHook hook;
    private final Loop watch;

    private CanaryApp(CanaryConfig config, MeterRegistry meters, InstantSource clock) {
        try {
            pages = open(new PathPages(config.told(), clock, problems, meters));
            heartbeat = new Heartbeat(config.heartbeat(), problems);
            log = open(new LogWriter(config.kafka().producer("canary"), problems));
            canaries = config.wards().stream()
                    .map(CanaryWard::new)
                    .map(ward -> new Canary(ward, clock, new WardAlarm(ward, config.site()), new Voices(), meters))
                    .toList();
            hook = open(new CanaryHook(config.hook(), this::paged));
            PathLog path = open(new PathLog(config.kafka().consumer("canary"), clock, new Sightings(), problems));
            watch = open(new Loop("canary-watch", problems, this::look));
            path.start();
            watch.start();
            canaries.forEach(canary ->
                    open(new CanaryLife(canary, config, log, clock, problems)).start());
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /**
     * Starts it; returns when its hook takes pages. It waits for nothing else: that the rest is away is what it is for.
     *
     * @param clock real time
     */
    public static CanaryApp start(CanaryConfig config, MeterRegistry meters, InstantSource clock) {
        CanaryApp app = new CanaryApp(config, meters, clock);
        LOG.info("part=canary started wards={} port={}", config.wards(), app.port());
        return app;
    }

    /** The port of its hook. */
    public int port() {
        return hook.port();
    }

    /** What does not work: part to one sentence; empty when every path is whole. */
    public Map<String, String> problems() {
        Map<String, String> all = problems.all();
        for (Canary canary : canaries) {
            canary.broken()
                    .ifPresent(stage -> all.put(
                            "path." + canary.ward().wardId(),
                            "The monitoring path is broken at " + stage.title() + "."));
        }
        return all;
    }

    /** Ends everything, newest part first; the canaries take off their devices. */
    @Override
    public void close() {
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception e) {
                LOG.warn("part=canary a part did not end well", e);
            }
        }
    }

    private void look() throws InterruptedException {
        canaries.forEach(Canary::look);
        watch.pauseFor(LOOK_EVERY_MILLIS);
    }

    private boolean paged(String wardId, Instant measured) {
        List<Canary> meant = canaries.stream()
                .filter(canary -> canary.ward().id().equals(wardId))
                .toList();
        meant.forEach(canary -> canary.paged(measured));
        return !meant.isEmpty();
    }

    private <T extends AutoCloseable> T open(T part) {
        parts.push(part);
        return part;
    }

    /** From the log to every canary. */
    private final class Sightings implements PathLog.Sightings {

        @Override
        public void logAnswers() {
            canaries.forEach(Canary::logAnswers);
        }

        @Override
        public void reading(RawRecord record) {
            if (record.hasObservation()) {
                canaries.forEach(canary -> canary.reading(record.getObservation()));
            }
        }

        @Override
        public void condition(AlarmCondition condition) {
            canaries.forEach(canary -> canary.condition(condition));
        }

        @Override
        public void alarm(AlarmEvent event) {
            canaries.forEach(canary -> canary.alarm(event));
        }
    }

    /** From every canary to people, the log and the monitor outside. */
    private final class Voices implements Canary.Voice {

        @Override
        public void announce(CanaryWard ward, Announcement said) {
            pages.tell(ward, said);
        }

        @Override
        public void write(AlarmCondition condition) {
            log.condition(condition);
        }

        @Override
        public void whole() {
            if (canaries.stream().allMatch(canary -> canary.broken().isEmpty())) {
                heartbeat.beat();
            }
        }
    }
}
