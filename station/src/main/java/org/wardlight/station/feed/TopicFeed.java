package org.wardlight.station.feed;

import com.google.protobuf.InvalidProtocolBufferException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wardlight.station.feed.Source.Start;

/**
 * One thread that reads some topics from every partition. When Kafka fails it tries again for as long as it runs, and says
 * so in {@link #problem()} until records can be asked for again. Reading again from the start is harmless: the receivers
 * ignore what they know.
 */
public final class TopicFeed implements AutoCloseable {

    /** Counter: records read. */
    static final String RECORDS = "wardlight.station.records";
    /** Counter: records that could not be decoded; the feed goes on. */
    static final String UNREADABLE = "wardlight.station.records.unreadable";

    private static final Logger LOG = LoggerFactory.getLogger(TopicFeed.class);
    private static final Duration RECENT = Duration.ofMinutes(5);
    private static final Duration QUIET = Duration.ofSeconds(5);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final long FIRST_RETRY_MS = 250;
    private static final long LONGEST_RETRY_MS = 5_000;

    private final String name;
    private final Supplier<Consumer<byte[], byte[]>> connect;
    private final InstantSource clock;
    private final Map<String, Source> sources = new HashMap<>();
    private final Counter records;
    private final Counter unreadable;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread thread;
    private volatile @Nullable Consumer<byte[], byte[]> consumer;
    private volatile @Nullable String problem;

    TopicFeed(
            String name,
            Supplier<Consumer<byte[], byte[]>> connect,
            InstantSource clock,
            List<Source> sources,
            MeterRegistry metrics) {
        this.name = name;
        this.connect = connect;
        this.clock = clock;
        sources.forEach(source -> this.sources.put(source.topic().name(), source));
        this.records = metrics.counter(RECORDS, "feed", name);
        this.unreadable = metrics.counter(UNREADABLE, "feed", name);
        this.thread = new Thread(this::run, "wardlight-station-" + name);
        this.thread.setDaemon(true);
    }

    /** A feed from a Kafka, which does nothing until it is started. */
    public static TopicFeed of(
            String name, String bootstrap, InstantSource clock, List<Source> sources, MeterRegistry metrics) {
        return new TopicFeed(name, () -> consumer(name, bootstrap), clock, sources, metrics);
    }

    /** Begins to read. */
    public void start() {
        thread.start();
    }

    /** Why nothing is being read; empty when it is. */
    public Optional<String> problem() {
        String current = problem;
        if (current == null && thread.getState() == Thread.State.TERMINATED && stop.getCount() > 0) {
            return Optional.of("The reader of " + name + " records has died.");
        }
        return Optional.ofNullable(current);
    }

    /** What it reads, in a word. */
    public String name() {
        return name;
    }

    /** Asks it to end, without waiting. */
    public void stop() {
        stop.countDown();
        Consumer<byte[], byte[]> current = consumer;
        if (current != null) {
            current.wakeup();
        }
    }

    @Override
    public void close() {
        stop();
        awaitEnd(Duration.ofSeconds(1));
    }

    void awaitEnd(Duration atMost) {
        try {
            thread.join(atMost.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        long wait = FIRST_RETRY_MS;
        while (stop.getCount() > 0) {
            try {
                readUntilStopped();
            } catch (WakeupException e) {
                LOG.debug("feed stopped feed={}", name);
            } catch (RuntimeException e) {
                wait = problem == null ? FIRST_RETRY_MS : Math.min(2 * wait, LONGEST_RETRY_MS);
                problem = "Kafka does not give " + name + " records: " + e.getMessage();
                LOG.warn("feed failed, trying again feed={} waitMs={}", name, wait, e);
                pause(wait / 2 + ThreadLocalRandom.current().nextLong(wait / 2));
            }
        }
    }

    private void readUntilStopped() {
        try (Consumer<byte[], byte[]> opened = connect.get()) {
            consumer = opened;
            seek(opened);
            long heard = System.nanoTime();
            while (stop.getCount() > 0) {
                ConsumerRecords<byte[], byte[]> polled = opened.poll(POLL);
                polled.forEach(this::receive);
                if (!polled.isEmpty()) {
                    heard = System.nanoTime();
                } else if (System.nanoTime() - heard > QUIET.toNanos()) {
                    // A consumer says nothing when its brokers are gone; only a question finds out.
                    opened.endOffsets(opened.assignment().stream().limit(1).toList());
                    heard = System.nanoTime();
                }
                problem = null;
            }
        } finally {
            consumer = null;
        }
    }

    private static Consumer<byte[], byte[]> consumer(String name, String bootstrap) {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap,
                        ConsumerConfig.CLIENT_ID_CONFIG,
                        "wardlight-station-" + name,
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                        false,
                        ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                        5_000,
                        ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        5_000,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    private void seek(Consumer<byte[], byte[]> opened) {
        List<TopicPartition> beginning = partitions(Start.BEGINNING);
        List<TopicPartition> recent = partitions(Start.RECENT);
        opened.assign(Stream.concat(beginning.stream(), recent.stream()).toList());
        opened.seekToBeginning(beginning);
        if (recent.isEmpty()) {
            return;
        }
        long since = clock.instant().minus(RECENT).toEpochMilli();
        Map<TopicPartition, Long> asked = new HashMap<>();
        recent.forEach(partition -> asked.put(partition, since));
        Map<TopicPartition, Long> ends = opened.endOffsets(recent);
        Map<TopicPartition, OffsetAndTimestamp> found = opened.offsetsForTimes(asked);
        for (TopicPartition partition : recent) {
            OffsetAndTimestamp offset = found.get(partition);
            opened.seek(partition, offset == null ? ends.getOrDefault(partition, 0L) : offset.offset());
        }
    }

    private List<TopicPartition> partitions(Start start) {
        return sources.values().stream()
                .filter(source -> source.start() == start)
                .flatMap(source -> IntStream.range(0, source.topic().partitions())
                        .mapToObj(p -> new TopicPartition(source.topic().name(), p)))
                .toList();
    }

    private void receive(ConsumerRecord<byte[], byte[]> record) {
        Source source = sources.get(record.topic());
        byte[] value = record.value();
        if (source == null || value == null) {
            return;
        }
        records.increment();
        try {
            source.receiver().accept(value);
        } catch (InvalidProtocolBufferException | RuntimeException e) {
            // One bad record must not stop the ward.
            unreadable.increment();
            LOG.warn(
                    "record not used topic={} partition={} offset={}",
                    record.topic(),
                    record.partition(),
                    record.offset(),
                    e);
        }
    }

    private void pause(long millis) {
        try {
            if (stop.await(millis, TimeUnit.MILLISECONDS)) {
                LOG.debug("feed stopped while waiting feed={}", name);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stop.countDown();
        }
    }
}
