package org.wardlight.trends.writing;

import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts dead letters into the log, one by one: they are few, and none may be lost. */
final class DeadLetterBox {

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetterBox.class);

    private final Producer<String, byte[]> producer;
    private final WriterMetrics metrics;

    DeadLetterBox(Producer<String, byte[]> producer, WriterMetrics metrics) {
        this.producer = producer;
        this.metrics = metrics;
    }

    /** @throws KafkaException when the log has not taken it */
    void post(DeadLetter letter) {
        try {
            producer.send(letter.toRecord()).get();
        } catch (ExecutionException e) {
            throw new KafkaException("a dead letter was not taken", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted while posting a dead letter", e);
        }
        metrics.rejected(letter.reason());
        LOG.warn(
                "part=trends outcome=rejected reason={} source={}",
                letter.reason().id(),
                letter.origin());
    }
}
