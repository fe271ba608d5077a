package org.wardlight.alerting.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.wardlight.alerting.TestWard.end;
import static org.wardlight.alerting.TestWard.start;
import static org.wardlight.events.v1.Severity.SEVERITY_HIGH;

import java.nio.file.Path;
import java.time.Duration;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wardlight.alerting.desk.DeskFixture;
import org.wardlight.alerting.health.Problems;
import org.wardlight.events.v1.AlarmEvent;

class EventPublisherTest {

    private static final Duration SOON = Duration.ofSeconds(5);

    @TempDir
    private Path directory;

    private final Problems problems = new Problems();

    @Test
    void publishesInOrderAndForgetsWhatTheLogHas() {
        // given
        MockProducer<String, byte[]> producer =
                new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
        try (DeskFixture ward = DeskFixture.open(directory);
                EventPublisher publisher = new EventPublisher(ward.store, producer, problems)) {
            publisher.start();

            // when
            ward.condition(start("a", SEVERITY_HIGH, 15));
            ward.condition(end("a", 40));
            publisher.wake();

            // then
            await().atMost(SOON).until(() -> ward.events().isEmpty());
            assertThat(producer.history())
                    .extracting(record -> AlarmEvent.parseFrom(record.value()).getSeq())
                    .containsExactly(1L, 2L);
            assertThat(producer.history()).extracting(record -> record.key()).containsOnly("a");
        }
    }

    @Test
    void keepsEventsUntilTheLogTakesThemAndSaysSoMeanwhile() {
        // given
        MockProducer<String, byte[]> producer =
                new MockProducer<>(false, null, new StringSerializer(), new ByteArraySerializer());
        try (DeskFixture ward = DeskFixture.open(directory);
                EventPublisher publisher = new EventPublisher(ward.store, producer, problems)) {
            ward.condition(start("a", SEVERITY_HIGH, 15));
            publisher.start();

            // when
            await().atMost(SOON).until(() -> producer.errorNext(new IllegalStateException("log away")));

            // then
            await().atMost(SOON).until(() -> problems.all().containsKey("events"));
            assertThat(ward.events()).hasSize(1);
            await().atMost(SOON).until(producer::completeNext);
            await().atMost(SOON)
                    .until(() -> ward.events().isEmpty() && problems.all().isEmpty());
        }
    }
}
