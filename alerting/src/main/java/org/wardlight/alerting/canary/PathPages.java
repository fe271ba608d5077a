package org.wardlight.alerting.canary;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wardlight.alerting.canary.Announcements.Announcement;
import org.wardlight.alerting.channel.Channel;
import org.wardlight.alerting.channel.Network;
import org.wardlight.alerting.channel.Page;
import org.wardlight.alerting.channel.PageOutcome;
import org.wardlight.alerting.health.Problems;
import org.wardlight.events.AlarmWords;
import org.wardlight.events.CanaryWard;
import org.wardlight.events.v1.AlarmKind;
import org.wardlight.events.v1.Severity;

/**
 * Tells people of a broken path straight away, past everything that might be broken. Each receiver has a thread, so that
 * none waits for another; what a receiver does not take is not tried again, since the next announcement is a minute away.
 */
final class PathPages implements AutoCloseable {

    /** Announcements by what became of them. */
    static final String ANNOUNCEMENTS = "wardlight.canary.announcements";

    private static final Logger LOG = LoggerFactory.getLogger(PathPages.class);
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration REQUEST = Duration.ofSeconds(5);

    private final Map<String, Channel> channels;
    private final Problems problems;
    private final MeterRegistry meters;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    PathPages(CanaryConfig.Told told, InstantSource wall, Problems problems, MeterRegistry meters) {
        Network network = Network.of(told.allowPrivateTargets(), CONNECT, REQUEST, wall);
        this.channels = new TreeMap<>(told.receivers().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> Channel.to(entry.getValue(), network))));
        this.problems = problems;
        this.meters = meters;
    }

    /** Tells every receiver; does not wait. */
    void tell(CanaryWard canary, Announcement announcement) {
        channels.forEach(
                (name, channel) -> threads.execute(() -> send(name, channel, page(canary, announcement, name))));
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    static Page page(CanaryWard canary, Announcement said, String receiver) {
        boolean broken = said.stage() != null;
        Severity severity = broken ? Severity.SEVERITY_HIGH : Severity.SEVERITY_LOW;
        String alarm = "path-" + canary.wardId() + "-" + said.since().toEpochMilli();
        String id = alarm + "-" + said.number();
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("type", "alarm.page");
        body.put("timestamp", said.at().toString());
        ObjectNode data = body.putObject("data");
        data.put("alarm_id", alarm);
        data.put("page_id", id);
        data.put("ward", canary.wardId());
        data.put("bed", "whole ward");
        data.put("priority", AlarmWords.priority(severity));
        data.put("marks", AlarmWords.marks(AlarmKind.TECHNICAL, severity));
        data.put("text", words(said));
        data.put("level", 0);
        data.put("role", "monitoring");
        data.put("recipient", receiver);
        data.put("kind", "technical");
        data.put("rule", WardAlarm.RULE);
        data.put("stage", said.stage() == null ? "" : said.stage().id());
        data.put("raised", said.since().toString());
        data.put("dedup_key", alarm);
        data.put("intendedUse", "research");
        return Page.of(id, body.toString());
    }

    private static String words(Announcement said) {
        Stage stage = said.stage();
        return stage == null
                ? "Monitoring path whole again, after "
                        + Duration.between(said.since(), said.at()).toSeconds() + " s"
                : "Monitoring path broken at " + stage.title() + ": alarms of this ward may not arrive";
    }

    private void send(String receiver, Channel channel, Page page) {
        try {
            PageOutcome outcome = channel.send(page);
            boolean delivered = outcome.kind() == PageOutcome.Kind.DELIVERED;
            meters.counter(ANNOUNCEMENTS, "receiver", receiver, "outcome", delivered ? "delivered" : "failed")
                    .increment();
            if (delivered) {
                problems.clear("receiver." + receiver);
            } else {
                problems.report("receiver." + receiver, "Takes no announcements: " + outcome.reason() + ".");
                LOG.warn("part=canary receiver={} took no announcement reason={}", receiver, outcome.reason());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("part=canary receiver={} announcement failed", receiver, e);
        }
    }
}
