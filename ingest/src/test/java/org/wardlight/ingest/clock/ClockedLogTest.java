package org.wardlight.ingest.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.wardlight.events.Topics;
import org.wardlight.events.v1.Observation;
import org.wardlight.events.v1.RegisterChange;
import org.wardlight.events.v1.Release;
import org.wardlight.ingest.ManualClock;
import org.wardlight.ingest.Producers;

class ClockedLogTest {

    private static final long START = ManualClock.START.toEpochMilli();

    private final ManualClock clock = new ManualClock();
    private final MockProducer<String, byte[]> producer = Producers.answering();
    private final ClockedLog log = new ClockedLog(producer, clock.asWardClock(), clock::nanos);

    @Test
    void stampsTheRecordAndKafkaWithTheSameTimeAndLetsTheKeyChooseThePartition() {
        // when
        append("mon-07");

        // then
        ProducerRecord<String, byte[]> message = producer.history().get(0);
        assertThat(message.topic()).isEqualTo(Topics.OBSERVATION_RAW.name());
        assertThat(message.key()).isEqualTo("mon-07");
        assertThat(message.partition()).isNull();
        assertThat(message.timestamp()).isEqualTo(START);
        assertThat(Producers.raw(producer).get(0).getObservation().getIngestTimeMs())
                .isEqualTo(START);
    }

    @Test
    void writesAReleaseIntoTheHistoryOfItsDevice() {
        // when
        log.append(
                Release.newBuilder()
                        .setObservation(Observation.newBuilder().setDeviceId("mon-07"))
                        .setNumber(5)
                        .build(),
                (metadata, failure) -> {});

        // then
        assertThat(producer.history().get(0).key()).isEqualTo("mon-07");
        Release release = Producers.raw(producer).get(0).getRelease();
        assertThat(release.getNumber()).isEqualTo(5);
        assertThat(release.getIngestTimeMs()).isEqualTo(START);
    }

    @Test
    void timeGoesOnWhileTheClockIsBehind() {
        // when
        append("mon-07");
        clock.step(Duration.ofMinutes(-10));
        Duration lead = log.aheadOfClock();
        clock.advance(Duration.ofSeconds(10));
        log.append(RegisterChange.newBuilder().setDeviceId("mon-07").build(), (metadata, failure) -> {});
        clock.step(Duration.ofMinutes(11));
        append("mon-07");

        // then
        assertThat(lead).isEqualTo(Duration.ofMinutes(10));
        assertThat(producer.history())
                .extracting(ProducerRecord::timestamp)
                .containsExactly(START, START + 9_800, START + 70_000);
        assertThat(Producers.raw(producer).get(1).getRegisterChange().getIngestTimeMs())
                .isEqualTo(START + 9_800);
        assertThat(log.aheadOfClock()).isZero();
    }

    @Test
    void neverGoesBehindWhatAlreadyStandsInTheLog() {
        // given
        log.notBefore(START + 5_000);

        // when
        append("mon-07");

        // then
        assertThat(producer.history().get(0).timestamp()).isEqualTo(START + 5_000);
    }

    @Test
    void ticksOnEveryPartitionWithoutAKey() {
        // when
        log.tick(3, partition -> (metadata, failure) -> {});

        // then
        assertThat(producer.history()).extracting(ProducerRecord::partition).containsExactly(0, 1, 2);
        assertThat(producer.history()).extracting(ProducerRecord::key).containsOnlyNulls();
        assertThat(Producers.raw(producer))
                .allSatisfy(
                        record -> assertThat(record.getTick().getIngestTimeMs()).isEqualTo(START));
    }

    @Test
    void keepsTheOrderOfStampsWhenManyWriteAtOnce() throws InterruptedException {
        // given a clock that runs while four threads write
        CountDownLatch go = new CountDownLatch(1);
        List<Thread> writers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            writers.add(new Thread(() -> {
                try {
                    go.await();
                    for (int n = 0; n < 500; n++) {
                        clock.step(Duration.ofMillis(n % 3 == 0 ? -2 : 0));
                        clock.advance(Duration.ofMillis(1));
                        append("mon-07");
                    }
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }));
        }

        // when
        writers.forEach(Thread::start);
        go.countDown();
        for (Thread writer : writers) {
            writer.join();
        }

        // then
        assertThat(producer.history()).hasSize(2_000);
        assertThat(producer.history().stream().map(ProducerRecord::timestamp).toList())
                .isSorted();
    }

    private void append(String device) {
        log.append(Observation.newBuilder().setDeviceId(device).build(), (metadata, failure) -> {});
    }
}
