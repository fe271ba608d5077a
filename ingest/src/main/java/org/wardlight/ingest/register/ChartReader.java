package org.wardlight.ingest.register;

import com.google.protobuf.InvalidProtocolBufferException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wardlight.events.Topics;
import org.wardlight.events.v1.ChartEntry;
import org.wardlight.events.v1.RegisterChange;
import org.wardlight.ingest.clock.ClockedLog;

/**
 * Writes what people chart into the patient's own history, once it is stored there telling its group so. After a crash an entry
 * may be written twice; the job knows each by its id.
 *
 * @see <a href="../../../../../../../../docs/adr/0012-chart-and-release-through-the-log.md">ADR 12</a>
 */
public final class ChartReader implements AutoCloseable {

    /** The consumer group. */
    public static final String GROUP = "wardlight-ingest-chart";

    static final String ENTRIES = "wardlight.ingest.chart.entries";
    static final String UNREADABLE = "wardlight.ingest.chart.unreadable";

    private static final Logger LOG = LoggerFactory.getLogger(ChartReader.class);
    private static final Duration POLL = Duration.ofMillis(500);

    private final ClockedLog log;
    private final Counter entries;
    private final Counter unreadable;
    private final ForwardingLoop loop;

    /** A reader that does not run yet. Its consumers are members of {@link #GROUP}. */
    public ChartReader(Lines lines, MeterRegistry metrics) {
        this.log = lines.log();
        this.entries = metrics.counter(ENTRIES);
        this.unreadable = metrics.counter(UNREADABLE);
        this.loop = new ForwardingLoop("chart", lines, this::follow);
    }

    /** Starts to read. */
    public void start() {
        loop.start();
    }

    /** What is wrong, by part; empty when all is well. */
    public Map<String, String> problems() {
        return loop.problems();
    }

    /** Asks the reader to end, and does not wait for it. */
    public void stop() {
        loop.stop();
    }

    @Override
    public void close() {
        loop.close();
    }

    private void follow(Consumer<String, byte[]> consumer) throws InterruptedException {
        var unused = TopicPartitions.of(consumer, List.of(Topics.CHART_ENTRY));
        consumer.subscribe(List.of(Topics.CHART_ENTRY.name()));
        PacedLog paced = new PacedLog(log);
        while (!loop.isClosed()) {
            ConsumerRecords<String, byte[]> charted = consumer.poll(POLL);
            if (!charted.isEmpty()) {
                forward(charted, paced);
                consumer.commitSync();
            }
            loop.well();
        }
    }

    private void forward(ConsumerRecords<String, byte[]> charted, PacedLog paced) throws InterruptedException {
        int forwarded = 0;
        for (ConsumerRecord<String, byte[]> record : charted) {
            Optional<RegisterChange> change = change(record);
            if (change.isPresent()) {
                paced.append(change.get());
                forwarded++;
            }
        }
        paced.awaitStored();
        entries.increment(forwarded);
    }

    private Optional<RegisterChange> change(ConsumerRecord<String, byte[]> record) {
        try {
            byte[] value = record.value();
            ChartEntry entry = ChartEntry.parseFrom(value == null ? new byte[0] : value);
            if (!entry.getPatientRef().isEmpty() && !entry.getEntryId().isEmpty()) {
                return Optional.of(RegisterChange.newBuilder()
                        .setDeviceId(entry.getPatientRef())
                        .setEntry(entry)
                        .build());
            }
        } catch (InvalidProtocolBufferException e) {
            LOG.debug("not a charted entry", e);
        }
        unreadable.increment();
        LOG.warn("event=chart_entry_unreadable partition={} offset={}", record.partition(), record.offset());
        return Optional.empty();
    }
}
