package org.wardlight.ingest.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.NotLeaderOrFollowerException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.wardlight.ingest.ManualClock;
import org.wardlight.ingest.Producers;

class IngestClockTest {

    private static final long START = ManualClock.START.toEpochMilli();

    private final ManualClock clock = new ManualClock();
    private final MockProducer<String, byte[]> producer = Producers.waiting();
    private final ClockedLog log = new ClockedLog(producer, clock.asWardClock(), clock::nanos);

    private boolean kafkaIsThere = true;
    private final IngestClock ticks = new IngestClock(log, clock.asWardClock(), () -> {
        if (!kafkaIsThere) {
            throw new TimeoutException();
        }
        return new OpenedLog(3, START + 1_000);
    });

    @AfterEach
    void close() {
        ticks.close();
    }

    @Test
    void answersOnceEveryPartitionHasStoredATick() {
        // when
        ticks.beat();
        producer.completeNext();
        producer.completeNext();
        boolean before = ticks.isAnswering();
        producer.completeNext();

        // then
        assertThat(before).isFalse();
        assertThat(ticks.isAnswering()).isTrue();
        assertThat(ticks.problems()).isEmpty();
    }

    @Test
    void beginsWhereThePredecessorStopped() {
        // when
        ticks.beat();

        // then
        assertThat(producer.history()).extracting(ProducerRecord::timestamp).containsOnly(START + 1_000);
    }

    @Test
    void saysForHowLongTheLogHasNotAnsweredAndWhy() {
        // given
        kafkaIsThere = false;

        // when
        ticks.beat();
        clock.advance(Duration.ofSeconds(7));

        // then
        assertThat(ticks.problems())
                .containsEntry("ingest.log", "the log (Kafka) has not answered for 7 s (TimeoutException)");

        // when it comes back
        kafkaIsThere = true;
        ticks.beat();
        answerAll();

        // then
        assertThat(ticks.problems()).isEmpty();
    }

    @Test
    void noticesOnePartitionThatStoresNothing() {
        // given
        ticks.beat();
        answerAll();

        // when two of three go on
        clock.advance(Duration.ofSeconds(6));
        ticks.beat();
        producer.completeNext();
        producer.completeNext();
        producer.errorNext(new NotLeaderOrFollowerException());

        // then
        assertThat(ticks.isAnswering()).isFalse();
        assertThat(ticks.problems().get("ingest.log")).contains("6 s", "NotLeaderOrFollowerException");
    }

    @Test
    void reportsAClockThatWentBack() {
        // given
        ticks.beat();
        answerAll();

        // when
        clock.step(Duration.ofMinutes(-1));

        // then
        assertThat(ticks.problems()).containsKey("ingest.time");
    }

    @Test
    void anUnexpectedErrorEndsTheLoopLoudly() {
        // given
        producer.sendException = new IllegalStateException("closed");

        // then
        assertThatThrownBy(ticks::beat).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aLoopThatDiedIsAProblem() {
        // given
        producer.sendException = new IllegalStateException("closed");

        // when
        ticks.start(Duration.ofMillis(10));
        long until = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        while (!ticks.problems().containsKey("ingest.clock") && System.nanoTime() < until) {
            Thread.onSpinWait();
        }

        // then
        assertThat(ticks.problems()).containsKey("ingest.clock");
    }

    private void answerAll() {
        while (producer.completeNext()) {
            // until none is left
        }
    }
}
