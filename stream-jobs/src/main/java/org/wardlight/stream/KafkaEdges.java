package org.wardlight.stream;

import com.google.protobuf.Message;
import java.time.Duration;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.wardlight.events.Topics;
import org.wardlight.events.Topics.Topic;
import org.wardlight.events.v1.AlarmCondition;
import org.wardlight.events.v1.QuarantinedObservation;
import org.wardlight.events.v1.RawRecord;
import org.wardlight.events.v1.Score;
import org.wardlight.events.v1.VitalNumeric;
import org.wardlight.events.v1.VitalWindow;
import org.wardlight.stream.protobuf.RawRecordReader;
import org.wardlight.stream.protobuf.RecordWriter;

/** The job's ends in Kafka. At least once everywhere: what comes twice has the same id. */
final class KafkaEdges {

    private static final String GROUP = "wardlight-job";

    /** An alarm waits for no batch. */
    private static final Duration AT_ONCE = Duration.ZERO;

    /** What is only looked at goes in small batches: each request costs the log more than many records do. */
    private static final Duration SOON = Duration.ofMillis(20);

    /** What nobody waits for goes in large ones. */
    private static final Duration NO_HURRY = Duration.ofMillis(100);

    private KafkaEdges() {}

    static KafkaSource<RawRecord> observations(String kafka) {
        return KafkaSource.<RawRecord>builder()
                .setBootstrapServers(kafka)
                .setTopics(Topics.OBSERVATION_RAW.name())
                .setGroupId(GROUP)
                // Without a checkpoint the job lives through all that is kept: the same records give the same ids.
                .setStartingOffsets(OffsetsInitializer.earliest())
                .setDeserializer(new RawRecordReader())
                .setProperty("partition.discovery.interval.ms", "-1")
                .build();
    }

    static MonitoringJob.Sinks sinks(String kafka) {
        return new MonitoringJob.Sinks(
                sink(
                        kafka,
                        Topics.VITAL_NUMERIC,
                        new RecordWriter<>(
                                Topics.VITAL_NUMERIC, VitalNumeric::getPatientRef, VitalNumeric::getIngestTimeMs),
                        SOON),
                sink(
                        kafka,
                        Topics.VITAL_WINDOW,
                        new RecordWriter<>(Topics.VITAL_WINDOW, VitalWindow::getPatientRef, VitalWindow::getDueMs),
                        NO_HURRY),
                sink(
                        kafka,
                        Topics.SCORE,
                        new RecordWriter<>(Topics.SCORE, Score::getPatientRef, Score::getTimeMs),
                        SOON),
                sink(
                        kafka,
                        Topics.ALARM_CONDITION,
                        new RecordWriter<>(
                                Topics.ALARM_CONDITION, AlarmCondition::getPatientRef, AlarmCondition::getDueMs),
                        AT_ONCE),
                sink(
                        kafka,
                        Topics.OBSERVATION_QUARANTINED,
                        new RecordWriter<>(
                                Topics.OBSERVATION_QUARANTINED,
                                quarantined -> quarantined.getObservation().getDeviceId(),
                                QuarantinedObservation::getQuarantinedMs),
                        NO_HURRY));
    }

    private static <T extends Message> KafkaSink<T> sink(
            String kafka, Topic topic, RecordWriter<T> writer, Duration linger) {
        return KafkaSink.<T>builder()
                .setBootstrapServers(kafka)
                .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
                .setProperty("acks", "all")
                .setProperty("linger.ms", Long.toString(linger.toMillis()))
                .setProperty("client.id", GROUP + "-" + topic.name())
                .setRecordSerializer(writer)
                .build();
    }
}
