package org.wardlight.app.demo;

import com.google.protobuf.InvalidProtocolBufferException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.wardlight.events.Topics;
import org.wardlight.events.Topics.Topic;
import org.wardlight.events.v1.AlarmEvent;
import org.wardlight.events.v1.AlarmState;
import org.wardlight.events.v1.AlarmTransition;
import org.wardlight.events.v1.NativeMessage;
import org.wardlight.events.v1.Observation;
import org.wardlight.events.v1.RawRecord;
import org.wardlight.events.v1.VitalWindow;
import org.wardlight.simulators.connection.Ledger.Acknowledged;

/**
 * What the log really holds, read by a consumer of its own from where the run began: the other side of the devices'
 * ledger. Messages are known by (device, boot, seq), both those that were taken and those that were rejected.
 */
final class LogLedger {

    private static final Pattern JSON_BOOT = Pattern.compile("\"boot\"\\s*:\\s*(\\d+)");
    private static final Pattern JSON_SEQ = Pattern.compile("\"seq\"\\s*:\\s*(\\d+)");

    private static final List<Topic> TOPICS =
            List.of(Topics.OBSERVATION_RAW, Topics.OBSERVATION_REJECTED, Topics.SCORE, Topics.ALARM_EVENT);

    private final LogReader reader;
    private final LogReader windowReader;
    private final Map<String, Map<Long, BitSet>> seen = new HashMap<>();
    private long messages;
    private long readings;
    private long rejected;
    private long scores;
    private final SeenWindows windows = new SeenWindows();
    private final Set<String> alarms = new HashSet<>();
    private final Map<String, Long> closedAlarms = new HashMap<>();

    private LogLedger(LogReader reader, LogReader windowReader) {
        this.reader = reader;
        this.windowReader = windowReader;
    }

    /**
     * Will count what is written from now on: a folder that is used again holds earlier runs as well. Only windows are all
     * counted, as the trend store has them all.
     */
    static LogLedger fromNow(String kafka) {
        return new LogLedger(
                LogReader.fromNow(kafka, TOPICS), LogReader.fromBeginning(kafka, List.of(Topics.VITAL_WINDOW)));
    }

    /**
     * Counts what has come since the last time.
     *
     * @param giveUp asked now and then; true leaves the rest for the next time
     * @return whether everything was counted
     */
    boolean readOn(BooleanSupplier giveUp) {
        return reader.readOn(this::count, giveUp) && windowReader.readOn(this::window, giveUp);
    }

    /** How many of the acknowledged messages are in neither topic. */
    long missing(Map<String, Acknowledged> acknowledged) {
        long missing = 0;
        for (Map.Entry<String, Acknowledged> device : acknowledged.entrySet()) {
            Map<Long, BitSet> found = seen.getOrDefault(device.getKey(), Map.of());
            for (long boot : device.getValue().boots()) {
                BitSet taken = found.getOrDefault(boot, new BitSet());
                missing += device.getValue()
                        .seqs(boot)
                        .filter(seq -> !taken.get(Math.toIntExact(seq)))
                        .count();
            }
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

    /** Different windows of vitals: one row each in a trend store. */
    long windows() {
        return windows.count();
    }

    /** Scores published. */
    long scores() {
        return scores;
    }

    /** Different alarms raised. */
    long alarmsStarted() {
        return alarms.size();
    }

    /** When alarms were closed, by their id; ms since 1970, ward time. */
    Map<String, Long> closedAlarms() {
        return Map.copyOf(closedAlarms);
    }

    private void count(ConsumerRecord<byte[], byte[]> record) throws InvalidProtocolBufferException {
        String topic = record.topic();
        if (topic.equals(Topics.OBSERVATION_RAW.name())) {
            raw(record);
        } else if (topic.equals(Topics.OBSERVATION_REJECTED.name())) {
            rejected(record);
        } else if (topic.equals(Topics.SCORE.name())) {
            scores++;
        } else {
            alarm(record);
        }
    }

    private void window(ConsumerRecord<byte[], byte[]> record) throws InvalidProtocolBufferException {
        windows.add(VitalWindow.parseFrom(record.value()));
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
        if (event.getState() == AlarmState.CLOSED) {
            closedAlarms.putIfAbsent(event.getAlarmId(), event.getTimeMs());
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
