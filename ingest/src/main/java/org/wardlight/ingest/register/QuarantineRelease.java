package org.wardlight.ingest.register;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.wardlight.events.Topics;
import org.wardlight.ingest.clock.ClockedLog;

/**
 * Gives quarantined messages back to their device's history when somebody turns out to have worn the device then. Whichever
 * comes second finds the first: a registration looks through the quarantine, and a message that enters the quarantine is held
 * against the registration. So it does not matter how far the job is behind. The job decides, and takes each message once.
 *
 * @see <a href="../../../../../../../../docs/adr/0012-chart-and-release-through-the-log.md">ADR 12</a>
 */
public final class QuarantineRelease implements AutoCloseable {

    /** The consumer group. */
    public static final String GROUP = "wardlight-ingest-release";

    static final String RELEASES = "wardlight.ingest.quarantine.releases";
    static final String UNREADABLE = "wardlight.ingest.quarantine.unreadable";

    private static final List<Topics.Topic> TOPICS =
            List.of(Topics.REGISTER_ASSOCIATION, Topics.OBSERVATION_QUARANTINED);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration CLOSE = Duration.ofMillis(200);

    private final Supplier<Consumer<String, byte[]>> readers;
    private final ClockedLog log;
    private final Counter releases;
    private final Counter unreadable;
    private final ForwardingLoop loop;

    /**
     * A loop that does not run yet.
     *
     * @param lines its consumers are members of {@link #GROUP}
     * @param readers consumers without a group, to look through topics
     */
    public QuarantineRelease(Lines lines, Supplier<Consumer<String, byte[]>> readers, MeterRegistry metrics) {
        this.readers = readers;
        this.log = lines.log();
        this.releases = metrics.counter(RELEASES);
        this.unreadable = metrics.counter(UNREADABLE);
        this.loop = new ForwardingLoop("quarantine", lines, this::follow);
    }

    /** Starts to read. */
    public void start() {
        loop.start();
    }

    /** What is wrong, by part; empty when all is well. */
    public Map<String, String> problems() {
        return loop.problems();
    }

    /** Asks the loop to end, and does not wait for it. */
    public void stop() {
        loop.stop();
    }

    @Override
    public void close() {
        loop.close();
    }

    private void follow(Consumer<String, byte[]> consumer) throws InterruptedException {
        Consumer<String, byte[]> reader = readers.get();
        try {
            follow(consumer, new LookThrough(reader, loop::isClosed));
        } finally {
            reader.close(CloseOptions.timeout(CLOSE));
        }
    }

    private void follow(Consumer<String, byte[]> consumer, LookThrough topics) throws InterruptedException {
        var unused = TopicPartitions.of(consumer, TOPICS);
        ClaimedReleases claimed = new ClaimedReleases(topics, new PacedLog(log), releases, unreadable);
        consumer.subscribe(TOPICS.stream().map(Topics.Topic::name).toList(), new ConsumerRebalanceListener() {
            @Override
            public void onPartitionsRevoked(Collection<TopicPartition> partitions) {}

            @Override
            public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
                try {
                    claimed.learn(consumer, partitions);
                } catch (InterruptedException e) {
                    throw new InterruptException(e);
                }
            }
        });
        while (!loop.isClosed()) {
            ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
            if (!records.isEmpty()) {
                claimed.take(records);
                consumer.commitSync();
            }
            loop.well();
        }
    }
}
