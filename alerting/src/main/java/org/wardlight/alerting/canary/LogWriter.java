package org.wardlight.alerting.canary;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wardlight.alerting.health.Problems;
import org.wardlight.events.Topics;
import org.wardlight.events.v1.AlarmCondition;

/** Writes what the canary has to say on the log. */
final class LogWriter implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LogWriter.class);
    private static final String PART = "canary-writing";

    private final Producer<String, byte[]> producer;
    private final Problems problems;

    LogWriter(Producer<String, byte[]> producer, Problems problems) {
        this.producer = producer;
        this.problems = problems;
    }

    /**
     * Writes records of the register and waits until the log has them.
     *
     * @throws KafkaException when it has not got them in that time
     */
    void register(List<CanaryRegister.Entry> entries, Duration patience) throws InterruptedException {
        List<Future<RecordMetadata>> written = new ArrayList<>();
        for (CanaryRegister.Entry entry : entries) {
            written.add(producer.send(new ProducerRecord<>(
                    entry.topic().name(), entry.key(), entry.value().toByteArray())));
        }
        try {
            for (Future<RecordMetadata> one : written) {
                one.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (ExecutionException | TimeoutException e) {
            throw new KafkaException("the canary's register could not be written", e);
        }
    }

    /** Writes a condition; does not wait. */
    void condition(AlarmCondition condition) {
        try {
            Future<RecordMetadata> unused = producer.send(
                    new ProducerRecord<>(
                            Topics.ALARM_CONDITION.name(), condition.getPatientRef(), condition.toByteArray()),
                    (place, failure) -> heard(failure == null ? null : failure.toString()));
        } catch (KafkaException e) {
            heard(e.toString());
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ofMillis(300));
    }

    private void heard(@Nullable String failure) {
        if (failure == null) {
            problems.clear(PART);
        } else {
            LOG.warn("part=canary the alarm of the ward could not be written cause={}", failure);
            problems.report(PART, "The ward's own alarm cannot be written: Kafka does not take it.");
        }
    }
}
