package org.wardlight.alerting.paging;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import org.wardlight.alerting.channel.Channel;
import org.wardlight.alerting.channel.Page;
import org.wardlight.alerting.channel.PageOutcome;

/** Proves that a receiver takes pages, by one that says it is a test: one attempt, no alarm, no escalation. */
public final class TestPages {

    private final Map<String, Channel> channels;
    private final InstantSource wall;

    TestPages(Map<String, Channel> channels, InstantSource wall) {
        this.channels = channels;
        this.wall = wall;
    }

    /** The receivers there are. */
    public SortedSet<String> receivers() {
        return new TreeSet<>(channels.keySet());
    }

    /**
     * Sends one and waits for what becomes of it; empty when there is no such receiver.
     *
     * @throws InterruptedException when the process ends meanwhile
     */
    public Optional<Result> send(String receiver, String actor) throws InterruptedException {
        Channel channel = channels.get(receiver);
        if (channel == null) {
            return Optional.empty();
        }
        long began = System.nanoTime();
        PageOutcome outcome = channel.send(page(actor));
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        return Optional.of(new Result(outcome.kind() == PageOutcome.Kind.DELIVERED, outcome.reason(), took));
    }

    private Page page(String actor) {
        String id =
                "test-" + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
        Instant now = wall.instant();
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("type", "alarm.test-page");
        body.put("timestamp", now.toString());
        ObjectNode data = body.putObject("data");
        data.put("alarm_id", id);
        data.put("page_id", id);
        data.put("ward", "none");
        data.put("bed", "");
        data.put("priority", "low");
        data.put("marks", "TEST");
        data.put("text", "Test page. Nothing is wrong.");
        data.put("level", 0);
        data.put("role", "test");
        data.put("recipient", actor);
        data.put("kind", "technical");
        data.put("rule", "test-page");
        data.put("raised", now.toString());
        data.put("dedup_key", id);
        data.put("intendedUse", "research");
        return Page.of(id, body.toString());
    }

    /**
     * What became of it.
     *
     * @param delivered whether the receiver has it
     * @param reason why not; for example {@code http-503}
     * @param took until the answer
     */
    public record Result(boolean delivered, String reason, Duration took) {}
}
