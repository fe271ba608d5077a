package org.wardlight.station.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.wardlight.events.Topics;
import org.wardlight.events.v1.AlarmEvent;
import org.wardlight.station.feed.Source.Start;

class TopicFeedTest {

    private static final List<TopicPartition> PARTITIONS = IntStream.range(0, Topics.ALARM_EVENT.partitions())
            .mapToObj(p -> new TopicPartition(Topics.ALARM_EVENT.name(), p))
            .toList();

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final BlockingQueue<AlarmEvent> received = new LinkedBlockingQueue<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final MockConsumer<byte[], byte[]> consumer = consumer();
    private final BlockingQueue<MockConsumer<byte[], byte[]>> afterwards = new LinkedBlockingQueue<>();
    private final TopicFeed feed = new TopicFeed(
            "alarm",
            this::connect,
            InstantSource.system(),
            List.of(Source.of(Topics.ALARM_EVENT, Start.BEGINNING, AlarmEvent.parser(), received::add)),
            metrics);

    @AfterEach
    void stop() {
        feed.close();
    }

    @Test
    void readsEveryPartitionFromTheBeginning() throws Exception {
        consumer.schedulePollTask(() -> {
            add(0, 0, event("a"));
            add(5, 0, event("b"));
        });

        feed.start();

        assertThat(List.of(next().getAlarmId(), next().getAlarmId())).containsExactlyInAnyOrder("a", "b");
        assertThat(feed.problem()).isEmpty();
    }

    @Test
    void recordThatCannotBeReadIsCountedAndTheNextOneIsRead() throws Exception {
        consumer.schedulePollTask(() -> {
            add(0, 0, new byte[] {-1, -1, -1});
            add(0, 1, event("a"));
        });

        feed.start();

        assertThat(next().getAlarmId()).isEqualTo("a");
        assertThat(metrics.counter(TopicFeed.UNREADABLE, "feed", "alarm").count())
                .isEqualTo(1);
    }

    @Test
    void failureOfKafkaIsSaidUntilItIsOver() throws Exception {
        // given a first connection that fails while polling
        BlockingQueue<String> problems = new LinkedBlockingQueue<>();
        consumer.schedulePollTask(() -> consumer.setPollException(new KafkaException("brokers gone")));
        MockConsumer<byte[], byte[]> second = consumer();
        second.schedulePollTask(() -> {
            problems.add(feed.problem().orElse("none"));
            second.addRecord(record(0, 0, event("a")));
        });

        // when
        afterwards.add(second);
        feed.start();

        // then
        assertThat(problems.poll(5, TimeUnit.SECONDS)).contains("brokers gone");
        assertThat(next().getAlarmId()).isEqualTo("a");
        second.schedulePollTask(() -> problems.add(feed.problem().orElse("none")));
        assertThat(problems.poll(5, TimeUnit.SECONDS)).isEqualTo("none");
        assertThat(connections).hasValue(2);
    }

    @Test
    void readerThatDiedIsAProblem() throws Exception {
        consumer.schedulePollTask(() -> {
            throw new StackOverflowError("told to die");
        });
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        BlockingQueue<Throwable> deaths = new LinkedBlockingQueue<>();
        Thread.setDefaultUncaughtExceptionHandler((thread, death) -> deaths.add(death));
        try {
            feed.start();

            assertThat(deaths.poll(5, TimeUnit.SECONDS)).isInstanceOf(StackOverflowError.class);
            feed.awaitEnd(Duration.ofSeconds(5));
            assertThat(feed.problem())
                    .hasValueSatisfying(problem -> assertThat(problem).contains("died"));
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
    }

    private Consumer<byte[], byte[]> connect() {
        return connections.getAndIncrement() == 0 ? consumer : afterwards.remove();
    }

    private AlarmEvent next() throws InterruptedException {
        AlarmEvent event = received.poll(5, TimeUnit.SECONDS);
        assertThat(event).isNotNull();
        return event;
    }

    private void add(int partition, long offset, byte[] value) {
        consumer.addRecord(record(partition, offset, value));
    }

    private static ConsumerRecord<byte[], byte[]> record(int partition, long offset, byte[] value) {
        return new ConsumerRecord<>(Topics.ALARM_EVENT.name(), partition, offset, new byte[0], value);
    }

    private static byte[] event(String id) {
        return AlarmEvent.newBuilder().setAlarmId(id).build().toByteArray();
    }

    private static MockConsumer<byte[], byte[]> consumer() {
        MockConsumer<byte[], byte[]> mock = new MockConsumer<>("earliest");
        Map<TopicPartition, Long> zero = new HashMap<>();
        PARTITIONS.forEach(partition -> zero.put(partition, 0L));
        mock.updateBeginningOffsets(zero);
        mock.updateEndOffsets(zero);
        return mock;
    }
}
