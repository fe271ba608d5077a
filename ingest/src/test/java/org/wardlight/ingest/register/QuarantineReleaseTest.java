package org.wardlight.ingest.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.wardlight.events.Topics;
import org.wardlight.events.v1.Association;
import org.wardlight.events.v1.DeviceRegistration;
import org.wardlight.events.v1.Measurement;
import org.wardlight.events.v1.Observation;
import org.wardlight.events.v1.QuarantinedObservation;
import org.wardlight.events.v1.RawRecord;
import org.wardlight.ingest.ManualClock;
import org.wardlight.ingest.Producers;
import org.wardlight.ingest.clock.ClockedLog;

class QuarantineReleaseTest {

    private static final TopicPartition REGISTER = new TopicPartition(Topics.REGISTER_ASSOCIATION.name(), 0);
    private static final TopicPartition QUARANTINE = new TopicPartition(Topics.OBSERVATION_QUARANTINED.name(), 0);
    private static final long HOUR = 3_600_000;

    private final ManualClock clock = new ManualClock();
    private final MockProducer<String, byte[]> answering = Producers.answering();
    private final MockProducer<String, byte[]> waiting = Producers.waiting();
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final KeptTopics member = new KeptTopics(REGISTER, QUARANTINE);
    private final KeptTopics reader = new KeptTopics(REGISTER, QUARANTINE);
    private @Nullable QuarantineRelease running;

    @AfterEach
    void close() {
        if (running != null) {
            running.close();
        }
    }

    @Test
    void releasesWhatARegistrationClaimsAfterTheRegistrationItself() {
        // given
        reader.holds(QUARANTINE, 11, "mon-07", quarantined("mon-07", 1, 10 * HOUR));
        reader.holds(QUARANTINE, 12, "mon-08", quarantined("mon-08", 1, 10 * HOUR));
        reader.holds(QUARANTINE, 13, "mon-07", quarantined("mon-07", 2, 12 * HOUR));
        reader.holds(QUARANTINE, 14, "mon-07", quarantined("mon-07", 3, 11 * HOUR));

        // when
        member.schedulePollTask(() -> {
            member.rebalance(List.of(REGISTER, QUARANTINE));
            member.arrives(REGISTER, 0, "mon-07", worn(9 * HOUR, 12 * HOUR));
        });
        start(answering);
        awaitCommitted(REGISTER, 1);

        // then
        assertThat(what(answering)).containsExactly("registration", "release 1", "release 3");
        assertThat(answering.history())
                .allSatisfy(message -> assertThat(message.key()).isEqualTo("mon-07"));
        assertThat(metrics.get(QuarantineRelease.RELEASES).counter().count()).isEqualTo(2);
    }

    @Test
    void looksOnlyThroughWhatANewAssociationMayClaim() {
        // given
        for (int hour = 0; hour < 20; hour++) {
            reader.holds(QUARANTINE, hour, "mon-07", quarantined("mon-07", hour + 1, hour * HOUR));
        }

        // when
        member.schedulePollTask(() -> {
            member.rebalance(List.of(REGISTER, QUARANTINE));
            member.arrives(REGISTER, 0, "mon-07", worn(18 * HOUR, 0));
        });
        start(answering);
        awaitCommitted(REGISTER, 1);

        // then
        assertThat(what(answering)).containsExactly("registration", "release 19", "release 20");
        assertThat(reader.firstSought(QUARANTINE)).isEqualTo(18);
    }

    @Test
    void releasesWhatEntersTheQuarantineWhenItsRegistrationHasCome() {
        // given
        member.schedulePollTask(() -> {
            member.rebalance(List.of(REGISTER, QUARANTINE));
            member.arrives(REGISTER, 0, "mon-07", worn(9 * HOUR, 0));
        });
        start(answering);
        awaitCommitted(REGISTER, 1);

        // when
        member.schedulePollTask(() -> {
            member.arrives(QUARANTINE, 0, "mon-07", quarantined("mon-07", 1, 10 * HOUR));
            member.arrives(QUARANTINE, 1, "mon-07", quarantined("mon-07", 2, 8 * HOUR));
        });
        awaitCommitted(QUARANTINE, 2);

        // then
        assertThat(what(answering)).containsExactly("registration", "release 1");
    }

    @Test
    void knowsAfterARestartWhatWasRegisteredBefore() {
        // given
        reader.holds(REGISTER, 0, "mon-07", worn(9 * HOUR, 0));
        reader.holds(QUARANTINE, 11, "mon-07", quarantined("mon-07", 1, 10 * HOUR));

        // when
        member.schedulePollTask(() -> {
            member.comesFrom(REGISTER, 1);
            member.rebalance(List.of(REGISTER, QUARANTINE));
            member.arrives(REGISTER, 1, "mon-07", worn(8 * HOUR, 0));
            member.arrives(QUARANTINE, 0, "mon-07", quarantined("mon-07", 2, 11 * HOUR));
        });
        start(answering);
        awaitCommitted(QUARANTINE, 1);

        // then the first was released before, by a registration that claimed it already
        assertThat(what(answering)).containsExactly("registration", "release 2");
    }

    @Test
    void commitsNothingBeforeAllIsStored() {
        // given
        reader.holds(QUARANTINE, 11, "mon-07", quarantined("mon-07", 1, 10 * HOUR));
        member.schedulePollTask(() -> {
            member.rebalance(List.of(REGISTER, QUARANTINE));
            member.arrives(REGISTER, 0, "mon-07", worn(9 * HOUR, 0));
        });
        start(waiting);
        await().until(() -> waiting.history().size() == 2);

        // when
        waiting.completeNext();
        waiting.errorNext(new TimeoutException("log is away"));

        // then
        await().until(() -> problems().getOrDefault("ingest.quarantine", "").contains("KafkaException"));
        assertThat(member.committedOf(REGISTER)).isZero();
    }

    @Test
    void commitsNothingWhenItIsClosedWhileItLooks() {
        // given a quarantine whose end is never reached
        reader.holds(QUARANTINE, 11, "mon-07", quarantined("mon-07", 1, 10 * HOUR));
        reader.updateEndOffsets(Map.of(QUARANTINE, 100L));
        member.schedulePollTask(() -> {
            member.rebalance(List.of(REGISTER, QUARANTINE));
            member.arrives(REGISTER, 0, "mon-07", worn(9 * HOUR, 0));
        });
        start(answering);
        await().until(() -> answering.history().size() == 2);

        // when
        close();

        // then
        assertThat(member.closed()).isTrue();
        assertThat(member.committedOf(REGISTER)).isZero();
    }

    @Test
    void releasesNothingThatHasNoNumber() {
        // given
        reader.holds(QUARANTINE, 11, "mon-07", quarantined("mon-07", 0, 10 * HOUR));
        member.schedulePollTask(() -> {
            member.rebalance(List.of(REGISTER, QUARANTINE));
            member.arrives(REGISTER, 0, "mon-07", worn(9 * HOUR, 0));
        });

        // when
        start(answering);
        awaitCommitted(REGISTER, 1);

        // then
        assertThat(what(answering)).containsExactly("registration");
    }

    @Test
    void keepsTheLogFreeForOthersHoweverMuchIsReleased() {
        // given
        for (int i = 0; i < 2000; i++) {
            reader.holds(QUARANTINE, 11 + i, "mon-07", quarantined("mon-07", i + 1, 10 * HOUR));
        }
        member.schedulePollTask(() -> {
            member.rebalance(List.of(REGISTER, QUARANTINE));
            member.arrives(REGISTER, 0, "mon-07", worn(9 * HOUR, 0));
        });

        // when
        start(waiting);
        await().until(() -> waiting.history().size() == 500);
        int answered = 0;
        while (member.committedOf(REGISTER) == 0) {
            if (waiting.completeNext()) {
                answered++;
            }
            assertThat(waiting.history().size() - answered).isLessThanOrEqualTo(501);
        }

        // then
        assertThat(answered).isEqualTo(2001);
    }

    private void start(MockProducer<String, byte[]> producer) {
        Queue<KeptTopics> members = new ArrayDeque<>(List.of(member, new KeptTopics(REGISTER, QUARANTINE)));
        running = new QuarantineRelease(
                new Lines(members::remove, new ClockedLog(producer, clock.asWardClock(), clock::nanos), () -> true),
                () -> reader,
                metrics);
        running.start();
    }

    private Map<String, String> problems() {
        return running == null ? Map.of() : running.problems();
    }

    private void awaitCommitted(TopicPartition partition, long offset) {
        await().until(() -> member.committedOf(partition) == offset);
    }

    private static List<String> what(MockProducer<String, byte[]> producer) {
        return Producers.raw(producer).stream()
                .map(raw -> raw.getKindCase() == RawRecord.KindCase.RELEASE
                        ? "release " + raw.getRelease().getNumber()
                        : "registration")
                .toList();
    }

    private static DeviceRegistration worn(long from, long to) {
        Association.Builder association =
                Association.newBuilder().setPatientRef("p-1").setFromMs(from);
        return DeviceRegistration.newBuilder()
                .setDeviceId("mon-07")
                .addAssociations(to == 0 ? association : association.setToMs(to))
                .build();
    }

    private static QuarantinedObservation quarantined(String device, long number, long time) {
        return QuarantinedObservation.newBuilder()
                .setNumber(number)
                .setObservation(Observation.newBuilder()
                        .setDeviceId(device)
                        .addMeasurements(Measurement.newBuilder().setDeviceTimeMs(time)))
                .build();
    }
}
