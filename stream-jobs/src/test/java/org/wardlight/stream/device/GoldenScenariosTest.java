package org.wardlight.stream.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wardlight.stream.device.DeviceRecords.ANNA;
import static org.wardlight.stream.device.DeviceRecords.BEN;
import static org.wardlight.stream.device.DeviceRecords.START;
import static org.wardlight.stream.device.DeviceRecords.interval;
import static org.wardlight.stream.device.DeviceRecords.poor;
import static org.wardlight.stream.device.DeviceRecords.spo2;
import static org.wardlight.stream.device.DeviceRecords.worn;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wardlight.events.v1.AlarmCondition;
import org.wardlight.events.v1.RawRecord;

/**
 * Courses of SpO2 at 1 Hz and what has to come of them: limits 90 and 85 after 15 and 10 s, hysteresis 1, off-delay 10 s.
 * What a person does about it is alerting's.
 */
class GoldenScenariosTest {

    private final List<RawRecord> log = new ArrayList<>();

    @Test
    void endsBeforeTheOnDelay() {
        hold(95, -10, 0);
        hold(89, 0, 14);
        hold(92, 14, 30);

        assertThat(told(log)).isEmpty();
        assertThat(suppressed()).isEqualTo(1);
    }

    @Test
    void startsAfterTheOnDelayAndEndsByHysteresisAndOffDelay() {
        second();
        hold(90, 60, 70);
        hold(91, 70, 90);

        assertThat(told(log)).containsExactly("15 START MEDIUM", "80 END MEDIUM");
    }

    @Test
    void getsWorse() {
        hold(95, -10, 0);
        hold(89, 0, 20);
        hold(84, 20, 40);

        assertThat(told(log)).containsExactly("15 START MEDIUM", "30 UPDATE HIGH");
    }

    @Test
    void endsFromHigh() {
        hold(95, -10, 0);
        hold(89, 0, 20);
        hold(84, 20, 40);
        hold(95, 40, 60);

        assertThat(told(log)).containsExactly("15 START MEDIUM", "30 UPDATE HIGH", "50 END HIGH");
    }

    @Test
    void isHeldWhileTheSignalCannotBeUsed() {
        hold(95, -10, 0);
        hold(89, 0, 20);
        for (int i = 20; i < 55; i++) {
            log.add(poor(seq(i), i, 89));
        }
        hold(95, 55, 80);

        assertThat(told(log))
                .containsExactly(
                        "15 START MEDIUM",
                        "50 signal-unusable START MEDIUM",
                        "50 UPDATE MEDIUM stale",
                        "55 signal-unusable END MEDIUM",
                        "55 UPDATE MEDIUM",
                        "65 END MEDIUM");
    }

    @Test
    void beginsAgainBeforeItHasEnded() {
        hold(95, -10, 0);
        hold(89, 0, 30);
        hold(91, 30, 36);
        hold(89, 36, 60);

        assertThat(told(log)).containsExactly("15 START MEDIUM");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void comesOutTheSameWhenEverythingComesTwiceAndShuffled(long seed) {
        second();
        hold(91, 60, 80);

        assertThat(told(twiceAndShuffled(seed))).isEqualTo(told(log));
    }

    @Test
    void endsForOnePatientWhenAnotherWearsTheDevice() {
        hold(95, -10, 0);
        hold(89, 0, 25);
        log.add(worn(25, 2, interval(ANNA, -600, 25), interval(BEN, 25, null)));
        log.add(spo2(seq(25), 25, 24, 89));
        hold(89, 26, 35);

        assertThat(told(log)).containsExactly("15 START MEDIUM", "25 END MEDIUM");
    }

    private void second() {
        hold(95, -10, 0);
        hold(89, 0, 60);
    }

    private void hold(double value, int from, int until) {
        for (int i = from; i < until; i++) {
            log.add(spo2(seq(i), i, i, value));
        }
    }

    private static int seq(int second) {
        return second + 11;
    }

    /** Every message twice, each copy up to 0.9 s late; ingest stamps in the order of arrival. */
    private List<RawRecord> twiceAndShuffled(long seed) {
        Random random = new Random(seed);
        List<RawRecord> arriving = new ArrayList<>();
        for (RawRecord record : log) {
            long sent = record.getObservation().getIngestTimeMs();
            arriving.add(record);
            RawRecord.Builder copy = record.toBuilder();
            copy.getObservationBuilder().setIngestTimeMs(sent + random.nextInt(900));
            arriving.add(copy.build());
        }
        Collections.shuffle(arriving, random);
        arriving.sort((a, b) -> Long.compare(
                a.getObservation().getIngestTimeMs(), b.getObservation().getIngestTimeMs()));
        return arriving;
    }

    private static List<String> told(List<RawRecord> log) {
        return run(log).stream()
                .filter(DeviceOutput.Condition.class::isInstance)
                .map(output -> said(((DeviceOutput.Condition) output).condition()))
                .toList();
    }

    private long suppressed() {
        return run(log).stream()
                .filter(new DeviceOutput.Counted(Tally.SUPPRESSED)::equals)
                .count();
    }

    private static List<DeviceOutput> run(List<RawRecord> log) {
        List<DeviceOutput> out = new ArrayList<>();
        DeviceHistory history = new DeviceHistory(DevicePolicy.STANDARD, new DeviceState(), out::add);
        history.apply(worn(-11, 1, interval(ANNA, -600, null)));
        log.forEach(history::apply);
        RawRecord last = log.get(log.size() - 1);
        history.advance(last.getObservation().getIngestTimeMs() + 5_000);
        return out;
    }

    private static String said(AlarmCondition condition) {
        String rule = condition.getRule().equals("spo2-low") ? "" : " " + condition.getRule();
        return (condition.getDueMs() - START) / 1000
                + rule
                + condition.getPhase().name().replace("CONDITION_", " ")
                + condition.getSeverity().name().replace("SEVERITY_", " ")
                + (condition.getInputStale() ? " stale" : "");
    }
}
