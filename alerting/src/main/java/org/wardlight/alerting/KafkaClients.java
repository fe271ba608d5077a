package org.wardlight.alerting;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;

/**
 * The connections to the log.
 *
 * @param conditions reads alarm conditions
 * @param register reads patients and rotas, apart from conditions so that neither waits for the other
 * @param events writes alarm events
 */
record KafkaClients(
        Consumer<String, byte[]> conditions, Consumer<String, byte[]> register, Producer<String, byte[]> events) {

    static KafkaClients connect(KafkaSettings settings) {
        return new KafkaClients(
                settings.consumer("alerting-conditions"),
                settings.consumer("alerting-register"),
                settings.producer("alerting-events"));
    }
}
