package org.wardlight.trends.writing;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Which record of the log a row was made of. */
record Origin(String topic, int partition, long offset) {

    static Origin of(ConsumerRecord<?, ?> record) {
        return new Origin(record.topic(), record.partition(), record.offset());
    }

    /** As it stands in a dead letter. */
    @Override
    public String toString() {
        return topic + "/" + partition + "/" + offset;
    }
}
