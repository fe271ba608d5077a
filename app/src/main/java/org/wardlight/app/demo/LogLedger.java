package org.wardlight.app.demo;

import com.google.protobuf.InvalidProtocolBufferException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.wardlight.events.Topics;
import org.wardlight.events.v1.AlarmEvent;
import org.wardlight.events.v1.AlarmTransition;
import org.wardlight.events.v1.NativeMessage;
import org.wardlight.events.v1.Observation;
import org.wardlight.events.v1.RawRecord;
import org.wardlight.simulators.connection.Ledger.Acknowledged;

/**
 * What the log really holds, read from its beginning by a consumer of its own: the other side of the devices' ledger.
 * Messages are known by (device, boot, seq), both those that were taken and those that were rejected.
 */
final class LogLedger {

    private static final Pattern JSON_BOOT = Pattern.compile("\"boot\"\\s*:\\s*(\\d+)");
    private static final Pattern JSON_SEQ = Pattern.compile("\"seq\"\\s*:\\s*(\\d+)");

    private final Map<String, Map<Long, BitSet>> seen = new HashMap<>();
    private long messages;
    private long readings;
    private long rejected;
    private long scores;
    private final Set<String> alarms = new HashSet<>();

    /** Reads everything that is in the log now. */
    static LogLedger read(String kafka) {
        LogLedger ledger = new LogLedger();
        WholeTopic.read(kafka, Topics.OBSERVATION_RAW, ledger::raw);
        WholeTopic.read(kafka, Topics.OBSERVATION_REJECTED, ledger::rejected);
        WholeTopic.read(kafka, Topics.SCORE, record -> ledger.scores++);
        WholeTopic.read(kafka, Topics.ALARM_EVENT, ledger::alarm);
        return ledger;
    }

    /** How many of the acknowledged messages are in neither topic. */
    long missing(Map<String, Acknowledged> acknowledged) {
        long missing = 0;
        for (Map.Entry<String, Acknowledged> device : acknowledged.entrySet()) {
            BitSet found = seen.getOrDefault(device.getKey(), Map.of())
                    .getOrDefault(device.getValue().boot(), new BitSet());
            missing += device.getValue()
                    .seqs()
                    .filter(seq -> !found.get(Math.toIntExact(seq)))
                    .count();
        }
        return missing;
    }

    /** Messages taken. */
    long messages() {
        return messages;
    }

    /** Measurements in them. */
    long readings() {
        return readings;
    }

    /** Messages rejected. */
    long rejected() {
        return rejected;
    }

    /** Scores published. */
    long scores() {
        return scores;
    }

    /** Different alarms raised. */
    long alarmsStarted() {
        return alarms.size();
    }

    private void raw(ConsumerRecord<byte[], byte[]> record) throws InvalidProtocolBufferException {
        RawRecord raw = RawRecord.parseFrom(record.value());
        if (raw.hasObservation()) {
            Observation observation = raw.getObservation();
            messages++;
            readings += observation.getMeasurementsCount();
            note(
                    observation.getDeviceId(),
                    observation.getSequence().getBoot(),
                    observation.getSequence().getSeq());
        }
    }

    private void rejected(ConsumerRecord<byte[], byte[]> record) {
        rejected++;
        if (record.key() == null) {
            return;
        }
        String device = new String(record.key(), StandardCharsets.UTF_8);
        String text = new String(record.value(), StandardCharsets.UTF_8);
        Matcher seq = JSON_SEQ.matcher(text);
        if (seq.find()) {
            Matcher boot = JSON_BOOT.matcher(text);
            note(device, boot.find() ? Long.parseLong(boot.group(1)) : 0, Long.parseLong(seq.group(1)));
            return;
        }
        try {
            NativeMessage message = NativeMessage.parseFrom(record.value());
            note(device, message.getSequence().getBoot(), message.getSequence().getSeq());
        } catch (InvalidProtocolBufferException e) {
            // Not one of a simulated device: they send nothing that cannot be read.
        }
    }

    private void alarm(ConsumerRecord<byte[], byte[]> record) throws InvalidProtocolBufferException {
        AlarmEvent event = AlarmEvent.parseFrom(record.value());
        if (event.getTransition() == AlarmTransition.RAISED) {
            alarms.add(event.getAlarmId());
        }
    }

    private void note(String device, long boot, long seq) {
        if (seq >= 0 && seq <= Integer.MAX_VALUE) {
            seen.computeIfAbsent(device, none -> new HashMap<>())
                    .computeIfAbsent(boot, none -> new BitSet())
                    .set((int) seq);
        }
    }
}
