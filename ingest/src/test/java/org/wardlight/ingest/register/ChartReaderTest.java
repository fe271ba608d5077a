package org.wardlight.ingest.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.wardlight.events.Topics;
import org.wardlight.events.v1.ChartEntry;
import org.wardlight.events.v1.RegisterChange;
import org.wardlight.ingest.ManualClock;
import org.wardlight.ingest.Producers;
import org.wardlight.ingest.clock.ClockedLog;

class ChartReaderTest {

    private static final String TOPIC = Topics.CHART_ENTRY.name();
    private static final TopicPartition PARTITION = new TopicPartition(TOPIC, 0);

    private final ManualClock clock = new ManualClock();
    private final MockProducer<String, byte[]> producer = Producers.waiting();
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final MockConsumer<String, byte[]> consumer = member();
    private final MockConsumer<String, byte[]> next = member();
    private final Queue<MockConsumer<String, byte[]>> consumers = new ArrayDeque<>(List.of(consumer, next));
    private final ChartReader reader = new ChartReader(
            new Lines(consumers::remove, new ClockedLog(producer, clock.asWardClock(), clock::nanos), () -> true),
            metrics);

    @AfterEach
    void close() {
        reader.close();
    }

    @Test
    void writesAnEntryIntoThePatientsOwnHistoryAndThenSaysSo() {
        // given
        consumer.schedulePollTask(() -> assigned(consumer, entry("e1")));

        // when
        reader.start();
        await().until(() -> producer.history().size() == 1);
        long before = committed(consumer);
        producer.completeNext();
        await().until(() -> committed(consumer) == 1);

        // then
        assertThat(before).isZero();
        assertThat(producer.history().get(0).key()).isEqualTo("p-1");
        RegisterChange change = Producers.raw(producer).get(0).getRegisterChange();
        assertThat(change.getDeviceId()).isEqualTo("p-1");
        assertThat(change.getEntry()).isEqualTo(entry("e1"));
        assertThat(change.getIngestTimeMs()).isEqualTo(ManualClock.START.toEpochMilli());
        assertThat(metrics.get(ChartReader.ENTRIES).counter().count()).isEqualTo(1);
        assertThat(reader.problems()).isEmpty();
    }

    @Test
    void readsAnEntryAgainThatTheLogRefused() {
        // given
        consumer.schedulePollTask(() -> assigned(consumer, entry("e1")));
        next.schedulePollTask(() -> assigned(next, entry("e1")));
        reader.start();
        await().until(() -> producer.history().size() == 1);

        // when
        producer.errorNext(new TimeoutException("log is away"));

        // then
        await().until(() -> producer.history().size() == 2);
        assertThat(reader.problems()).containsKey("ingest.chart");
        producer.completeNext();
        await().until(() -> reader.problems().isEmpty());
        assertThat(committed(next)).isEqualTo(1);
    }

    @Test
    void countsWhatIsNoEntryAndGoesOn() {
        // given
        consumer.schedulePollTask(() -> {
            assigned(consumer);
            add(consumer, 0, new byte[] {(byte) 0xff});
            add(consumer, 1, null);
            add(consumer, 2, ChartEntry.getDefaultInstance().toByteArray());
            add(consumer, 3, entry("e1").toByteArray());
        });

        // when
        reader.start();
        await().until(() -> producer.history().size() == 1);
        producer.completeNext();
        await().until(() -> committed(consumer) == 4);

        // then
        assertThat(metrics.get(ChartReader.UNREADABLE).counter().count()).isEqualTo(3);
    }

    private static MockConsumer<String, byte[]> member() {
        MockConsumer<String, byte[]> member = new MockConsumer<>("earliest");
        member.updatePartitions(TOPIC, List.of(new PartitionInfo(TOPIC, 0, null, null, null)));
        member.updateBeginningOffsets(Map.of(PARTITION, 0L));
        return member;
    }

    private static void assigned(MockConsumer<String, byte[]> member, ChartEntry... entries) {
        member.rebalance(List.of(PARTITION));
        for (int i = 0; i < entries.length; i++) {
            add(member, i, entries[i].toByteArray());
        }
    }

    private static void add(MockConsumer<String, byte[]> member, long offset, byte @Nullable [] value) {
        member.addRecord(new ConsumerRecord<>(TOPIC, 0, offset, "p-1", value));
    }

    private static long committed(MockConsumer<String, byte[]> member) {
        var offset = member.committed(Set.of(PARTITION)).get(PARTITION);
        return offset == null ? 0 : offset.offset();
    }

    private static ChartEntry entry(String id) {
        return ChartEntry.newBuilder().setEntryId(id).setPatientRef("p-1").build();
    }
}
