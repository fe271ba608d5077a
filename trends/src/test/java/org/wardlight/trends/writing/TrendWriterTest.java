package org.wardlight.trends.writing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wardlight.events.RejectionReason;
import org.wardlight.events.Topics;
import org.wardlight.events.v1.AlarmCondition;
import org.wardlight.events.v1.AlarmEvent;
import org.wardlight.events.v1.Method;
import org.wardlight.events.v1.Score;
import org.wardlight.events.v1.Vital;
import org.wardlight.events.v1.VitalWindow;
import org.wardlight.trends.schema.TrendPoint;
import org.wardlight.trends.schema.TrendSchema;
import org.wardlight.trends.store.Retention;
import org.wardlight.trends.store.TrendStore;

/** The writer against a store that misbehaves, over HTTP; its clock runs a hundred times as fast as ours. */
class TrendWriterTest {

    private static final Duration SOON = Duration.ofSeconds(15);
    private static final TopicPartition WINDOWS = new TopicPartition(Topics.VITAL_WINDOW.name(), 0);
    private static final TopicPartition MORE_WINDOWS = new TopicPartition(Topics.VITAL_WINDOW.name(), 1);
    private static final TopicPartition SCORES = new TopicPartition(Topics.SCORE.name(), 0);
    private static final TopicPartition ALARMS = new TopicPartition(Topics.ALARM_EVENT.name(), 0);
    private static final String PATIENT = "p-00112233445566778899aabbccddeeff";

    private final ScriptedStore server = new ScriptedStore();
    private final MemoryLog log = new MemoryLog();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final TrendStore store = TrendStore.open(server.settings(), Retention.STANDARD);
    private final TrendWriter writer = new TrendWriter(log.clients(), store, meters, () -> System.nanoTime() * 100);

    @BeforeEach
    void assign() {
        log.assignAll();
    }

    @AfterEach
    void close() {
        writer.close();
        store.close();
        server.close();
    }

    @Test
    void writesWindowsScoresAndAlarmsAndThenCommits() {
        // given
        server.up();
        writer.start();

        // when
        log.write(WINDOWS, PATIENT, window(0).toByteArray());
        log.write(SCORES, PATIENT, score().toByteArray());
        log.write(ALARMS, "0123456789abcdef0123456789abcdef", alarm().toByteArray());

        // then
        await().atMost(SOON).until(log::isAllCommitted);
        assertThat(server.keys())
                .containsExactly(
                        ScriptedStore.key(TrendSchema.alarm("main", alarm()).toLineProtocol()),
                        ScriptedStore.key(TrendSchema.score("unknown", score()).toLineProtocol()),
                        keyOf(0));
        assertThat(server.writes).allSatisfy(write -> assertThat(write)
                .contains("bucket=trends", "org=org-1", "precision=ns")
                .endsWith(" Token " + ScriptedStore.TOKEN));
        assertThat(writer.problems()).isEmpty();
        assertThat(count(WriterMetrics.ROWS)).isEqualTo(3);
    }

    @Test
    void losesNothingWhileTheStoreIsAwayAndStaysInTheGroup() {
        // given
        writer.start();
        for (int i = 0; i < 300; i++) {
            log.write(i % 2 == 0 ? WINDOWS : MORE_WINDOWS, PATIENT, window(i).toByteArray());
        }

        // when
        await().atMost(SOON).until(() -> writer.problems().containsKey("trends.store"));

        // then
        assertThat(writer.problems().get("trends.store"))
                .matches("Trends are delayed by \\d+ s: the store does not answer\\.");
        int polls = log.polls.get();
        await().atMost(SOON).until(() -> log.polls.get() > polls + 3);
        assertThat(log.consumer.paused()).isEqualTo(log.consumer.assignment());
        assertThat(log.committed(WINDOWS) + log.committed(MORE_WINDOWS)).isZero();
        assertThat(meters.get(WriterMetrics.DELAY).gauge().value()).isGreaterThan(10);
        server.up();
        await().atMost(SOON).until(log::isAllCommitted);
        assertThat(server.keys()).isEqualTo(keysOf(300));
        assertThat(writer.problems()).isEmpty();
        assertThat(log.consumer.paused()).isEmpty();
        assertThat(meters.get(WriterMetrics.DELAY).gauge().value()).isZero();
        assertThat(log.letters.history()).isEmpty();
    }

    @Test
    void commitsNothingBeforeASlowStoreHasAccepted() {
        // given
        server.up();
        server.hold();
        writer.start();

        // when
        log.write(WINDOWS, PATIENT, window(0).toByteArray());
        await().atMost(SOON).until(() -> server.attempts.get() == 1);

        // then
        assertThat(log.committed(WINDOWS)).isZero();
        server.letGo();
        await().atMost(SOON).until(log::isAllCommitted);
        assertThat(server.keys()).containsExactly(keyOf(0));
    }

    @Test
    void triesAgainWhateverTheStoreSuffersFrom() {
        // given
        server.up().then(429, "1").then(503, "").then(500, "").then(504, "");
        writer.start();

        // when
        log.write(WINDOWS, PATIENT, window(0).toByteArray());

        // then
        await().atMost(SOON).until(log::isAllCommitted);
        assertThat(server.attempts).hasValue(5);
        assertThat(server.keys()).containsExactly(keyOf(0));
        assertThat(count(WriterMetrics.FAILED)).isEqualTo(4);
        assertThat(log.letters.history()).isEmpty();
    }

    @Test
    void isolatesTheOnePointThatTheStoreRefuses() {
        // given
        server.up();
        server.refused = timeOf(137);
        for (int i = 0; i < 500; i++) {
            log.write(WINDOWS, PATIENT, window(i).toByteArray());
        }

        // when
        writer.start();

        // then
        await().atMost(SOON).until(log::isAllCommitted);
        List<String> expected =
                keysOf(500).stream().filter(key -> !key.equals(keyOf(137))).toList();
        assertThat(server.keys()).isEqualTo(expected);
        ProducerRecord<String, byte[]> letter = onlyLetter();
        assertThat(letter.topic()).isEqualTo(Topics.TREND_REJECTED.name());
        assertThat(letter.key()).isEqualTo(PATIENT);
        assertThat(new String(letter.value(), UTF_8)).isEqualTo(line(137));
        assertThat(header(letter, RejectionReason.REASON_HEADER)).hasValue("refused");
        assertThat(header(letter, RejectionReason.DETAIL_HEADER).orElse("")).contains("unable to parse a line");
        assertThat(header(letter, RejectionReason.SOURCE_HEADER)).hasValue("wardlight.vital.window.v1/0/137");
        assertThat(count(WriterMetrics.REJECTED)).isEqualTo(1);
        assertThat(count(WriterMetrics.ROWS)).isEqualTo(499);
        assertThat(writer.problems()).isEmpty();
    }

    @Test
    void namesTheTokenWhenItIsNotAccepted() {
        // given
        server.up().always = 401;
        writer.start();

        // when
        log.write(WINDOWS, PATIENT, window(0).toByteArray());

        // then
        await().atMost(SOON).until(() -> writer.problems().containsKey("trends.store"));
        assertThat(writer.problems().get("trends.store")).contains("does not accept trends.token");
        assertThat(log.committed(WINDOWS)).isZero();
        server.always = 0;
        await().atMost(SOON).until(log::isAllCommitted);
        assertThat(server.keys()).containsExactly(keyOf(0));
    }

    @Test
    void namesTheBucketWhenThereIsNone() {
        // given
        server.up().bucket = "another";
        writer.start();

        // when
        log.write(WINDOWS, PATIENT, window(0).toByteArray());

        // then
        await().atMost(SOON).until(() -> writer.problems().containsKey("trends.store"));
        assertThat(writer.problems().get("trends.store")).contains("has no bucket 'trends'");
        assertThat(server.attempts).hasValue(0);
        server.bucket = "trends";
        await().atMost(SOON).until(log::isAllCommitted);
        assertThat(log.letters.history()).isEmpty();
    }

    @Test
    void whatGivesNoRowBecomesADeadLetterUntouched() {
        // given
        server.up();
        byte[] malformed = {8, 1, 2, 3};
        byte[] incomplete = window(1).toBuilder().clearPatientRef().build().toByteArray();
        log.write(WINDOWS, PATIENT, malformed);
        log.write(WINDOWS, PATIENT, new byte[0]);
        log.write(WINDOWS, PATIENT, incomplete);
        log.write(WINDOWS, PATIENT, window(2).toByteArray());

        // when
        writer.start();

        // then
        await().atMost(SOON).until(log::isAllCommitted);
        assertThat(log.letters.history())
                .extracting(
                        letter -> header(letter, RejectionReason.REASON_HEADER).orElse("none"))
                .containsExactly("malformed", "empty", "incomplete");
        assertThat(log.letters.history().get(0).value()).isEqualTo(malformed);
        assertThat(log.letters.history().get(2).value()).isEqualTo(incomplete);
        assertThat(server.keys()).containsExactly(keyOf(2));
    }

    @Test
    void takesInWhatAChangeOfTheGroupBringsDuringAnOutage() {
        // given
        writer.start();
        log.write(WINDOWS, PATIENT, window(0).toByteArray());
        await().atMost(SOON).until(() -> writer.problems().containsKey("trends.store"));

        // when
        log.assign(MORE_WINDOWS, SCORES);
        log.write(MORE_WINDOWS, PATIENT, window(1).toByteArray());
        server.up();

        // then
        await().atMost(SOON).until(() -> log.committed(MORE_WINDOWS) == 1);
        assertThat(server.keys()).isEqualTo(keysOf(2));
        assertThat(log.committed(WINDOWS)).as("another's partition").isZero();
    }

    @Test
    void holdsNothingTwiceWhenTheGroupSetsItsPartitionsBackDuringAnOutage() {
        // given
        writer.start();
        log.write(WINDOWS, PATIENT, window(0).toByteArray());
        await().atMost(SOON).until(() -> writer.problems().containsKey("trends.store"));

        // when
        for (int change = 0; change < 3; change++) {
            log.assign();
            log.assign(WINDOWS);
            log.again(WINDOWS, 0, PATIENT, window(0).toByteArray());
        }
        int polls = log.polls.get();
        await().atMost(SOON).until(() -> log.polls.get() > polls + 12);
        server.up();

        // then
        await().atMost(SOON).until(() -> log.committed(WINDOWS) == 1);
        assertThat(server.keys()).containsExactly(keyOf(0));
        assertThat(count(WriterMetrics.ROWS)).isEqualTo(1);
    }

    @Test
    void readsAgainWhatItHeldOfAPartitionThatItKeeps() {
        // given
        log.assign(WINDOWS);
        writer.start();
        log.write(WINDOWS, PATIENT, window(0).toByteArray());
        await().atMost(SOON).until(() -> writer.problems().containsKey("trends.store"));

        // when
        log.assign(WINDOWS, MORE_WINDOWS);
        log.again(WINDOWS, 0, PATIENT, window(0).toByteArray());
        server.up();

        // then
        await().atMost(SOON).until(() -> log.committed(WINDOWS) == 1);
        assertThat(server.keys()).containsExactly(keyOf(0));
        assertThat(count(WriterMetrics.ROWS)).isEqualTo(1);
    }

    private double count(String meter) {
        return meters.find(meter).counters().stream()
                .mapToDouble(one -> one.count())
                .sum();
    }

    private ProducerRecord<String, byte[]> onlyLetter() {
        assertThat(log.letters.history()).hasSize(1);
        return log.letters.history().get(0);
    }

    private static Optional<String> header(ProducerRecord<?, ?> record, String name) {
        return Optional.ofNullable(record.headers().lastHeader(name)).map(header -> new String(header.value(), UTF_8));
    }

    private static List<String> keysOf(int count) {
        return IntStream.range(0, count)
                .mapToObj(TrendWriterTest::keyOf)
                .sorted()
                .toList();
    }

    private static String keyOf(int minute) {
        return ScriptedStore.key(line(minute));
    }

    private static String line(int minute) {
        return TrendSchema.vital(TrendPoint.of(window(minute))).toLineProtocol();
    }

    private static String timeOf(int minute) {
        return " " + window(minute).getStartMs() + "000000";
    }

    private static VitalWindow window(int minute) {
        return VitalWindow.newBuilder()
                .setPatientRef(PATIENT)
                .setSite("main")
                .setVital(Vital.SPO2)
                .setMethod(Method.OXIMETRY)
                .setResolutionMs(60_000)
                .setStartMs(1_795_290_180_000L + minute * 60_000L)
                .setMin(94)
                .setMean(96)
                .setMax(98)
                .setCount(60)
                .build();
    }

    private static Score score() {
        return Score.newBuilder()
                .setPatientRef(PATIENT)
                .setScoreId("news2")
                .setTimeMs(1_795_290_180_000L)
                .setUnavailable("too little is known")
                .build();
    }

    private static AlarmEvent alarm() {
        return AlarmEvent.newBuilder()
                .setAlarmId("0123456789abcdef0123456789abcdef")
                .setSeq(1)
                .setTimeMs(1_795_290_180_000L)
                .setCondition(AlarmCondition.newBuilder()
                        .setPatientRef(PATIENT)
                        .setRule("spo2-low")
                        .setSite("main"))
                .build();
    }
}
