package org.wardlight.alerting.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.wardlight.alerting.TestWard;
import org.wardlight.alerting.desk.WardRegister;
import org.wardlight.alerting.health.Problems;
import org.wardlight.events.Topics;

/** How long others wait for the register, with Kafka's own fake for the log. */
class RegisterFeedTest {

    private static final TopicPartition PATIENTS = new TopicPartition(Topics.REGISTER_PATIENT.name(), 0);
    private static final TopicPartition ROTAS = new TopicPartition(Topics.REGISTER_ROTA.name(), 0);

    private final MockConsumer<String, byte[]> log = new MockConsumer<>("earliest");
    private final Problems problems = new Problems();

    @Test
    void saysThatTheRegisterIsMissingUntilItHasBeenRead() throws Exception {
        // given
        List.of(PATIENTS, ROTAS)
                .forEach(partition -> log.updatePartitions(
                        partition.topic(), List.of(new PartitionInfo(partition.topic(), 0, null, null, null))));
        log.updateBeginningOffsets(Map.of(PATIENTS, 0L, ROTAS, 0L));
        log.updateEndOffsets(Map.of(PATIENTS, 1L, ROTAS, 0L));
        try (RegisterFeed feed = new RegisterFeed(
                log,
                new WardRegister(List.of("pager"), Map.of()),
                new SimpleMeterRegistry(),
                problems,
                Duration.ofMillis(100))) {
            feed.start();

            // when
            boolean loaded = feed.awaitLoaded();

            // then
            assertThat(loaded).isFalse();
            assertThat(problems.all()).containsKey("register.reading");

            // when
            log.schedulePollTask(() -> log.addRecord(new ConsumerRecord<>(
                    PATIENTS.topic(),
                    0,
                    0,
                    TestWard.PATIENT_REF,
                    TestWard.patient().toByteArray())));

            // then
            await().atMost(Duration.ofSeconds(5)).until(() -> problems.all().isEmpty());
            assertThat(feed.awaitLoaded()).isTrue();
        }
    }
}
