package org.wardlight.station.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wardlight.events.CanaryWard;
import org.wardlight.events.v1.AlarmKind;
import org.wardlight.events.v1.AlarmState;
import org.wardlight.events.v1.AlarmTransition;
import org.wardlight.events.v1.Code;
import org.wardlight.events.v1.Connection;
import org.wardlight.events.v1.DeviceStatus;
import org.wardlight.events.v1.Measurement;
import org.wardlight.events.v1.Method;
import org.wardlight.events.v1.MissingReason;
import org.wardlight.events.v1.ReadingFlag;
import org.wardlight.events.v1.Score;
import org.wardlight.events.v1.Severity;
import org.wardlight.events.v1.Vital;
import org.wardlight.events.v1.VitalNumeric;
import org.wardlight.station.MovableClock;
import org.wardlight.station.board.Frames.AlarmFrame;
import org.wardlight.station.board.Frames.Frame;
import org.wardlight.station.board.Tile.News2;
import org.wardlight.station.board.Tile.Numeric;
import org.wardlight.station.plan.WardPlan;
import org.wardlight.station.plan.WardPlan.Device;
import org.wardlight.station.register.RegisterCommand;
import org.wardlight.station.register.RegisterCommand.AddBed;
import org.wardlight.station.register.RegisterCommand.Connect;
import org.wardlight.station.register.RegisterCommand.Discharge;
import org.wardlight.station.register.RegisterCommand.RemoveBed;
import org.wardlight.station.register.RegisterCommand.SetNurse;
import org.wardlight.station.register.RegisterCommand.SwapPatients;
import org.wardlight.station.register.RegisterCommand.TakeOff;
import org.wardlight.station.register.RegisterCommand.Transfer;
import org.wardlight.station.register.RegisterFile;
import org.wardlight.station.register.RegisterRecord;
import org.wardlight.station.register.WardRegister;

class BoardTest {

    private final MovableClock clock = new MovableClock();
    private final long now = clock.millis();
    private final RegisterFile file = new RegisterFile();
    private final WardRegister register = file.register(WardPlan.demo(), clock);
    private final Board board = new Board(WardPlan.demo(), clock, register::stay);
    private String patient = "";

    @Test
    void aPauseIsOnItsBedUntilItIsOver() {
        long before = board.version();
        PauseInForce pause = new PauseInForce(patient, "alarm", "", 60_000, "RN Okafor", "suction");

        board.pauses(List.of(pause, new PauseInForce("p-elsewhere", "audio", "", 60_000, "RN Okafor", "")));
        assertThat(board.tile("01").orElseThrow().pauses()).containsExactly(pause);
        assertThat(board.since(before).orElseThrow().value().tiles()).hasSize(1);

        board.pauses(List.of());
        assertThat(board.tile("01").orElseThrow().pauses()).isEmpty();
    }

    @BeforeEach
    void admitEverybody() throws IOException {
        register.onBeds(board::furnish);
        register.onKept(board::apply);
        register.open(Duration.ZERO);
        patient = ref("01");
    }

    @AfterEach
    void close() {
        file.close();
    }

    @Test
    void showsWhoLiesWhereWithWhichDevice() {
        Tile tile = tile("01");

        assertThat(tile.state()).isEqualTo("occupied");
        assertThat(tile.initials()).isEqualTo("M.K.");
        assertThat(tile.nurse()).isEqualTo("RN Okafor");
        assertThat(tile.spo2Scale()).isEqualTo("1");
        assertThat(tile.device()).isEqualTo(new Tile.DeviceState("mon-01", "bedside-monitor", "unknown", null));
        assertThat(tile("17").state()).isEqualTo("empty");
        assertThat(board.snapshot().value().tiles()).extracting(Tile::order).isSorted();
    }

    @Test
    void showsTheSameWardAfterARestart() throws IOException {
        WardRegister restarted = file.register(WardPlan.demo(), clock);
        Board after = new Board(WardPlan.demo(), clock, restarted::stay);
        restarted.onBeds(after::furnish);
        restarted.onKept(after::apply);

        restarted.open(Duration.ZERO);

        assertThat(after.occupied()).isEqualTo(16);
        Tile tile = after.tile("01").orElseThrow();
        assertThat(tile).isEqualTo(tile("01"));
        assertThat(after.patient(patient).orElseThrow().limits()).isNotEmpty();
    }

    @Test
    void whoIsTransferredTakesEverythingAlong() throws Exception {
        board.apply(Records.value(patient, 97, now));
        board.apply(Records.alarm("a1", patient, 1, now).build());
        long before = board.version();

        perform(new Transfer(patient, "17"));

        assertThat(tile("01").state()).isEqualTo("empty");
        assertThat(tile("01").numerics()).isEmpty();
        assertThat(tile("17").initials()).isEqualTo("M.K.");
        assertThat(tile("17").device()).isNotNull();
        assertThat(tile("17").nurse()).isEqualTo("RN Lindqvist");
        assertThat(tile("17").alarms()).extracting(Alarm::bed).containsExactly("17");
        assertThat(board.snapshot().value().alarms()).extracting(Alarm::bed).containsExactly("17");
        assertThat(tile("17").numerics()).anyMatch(numeric -> "97".equals(numeric.text()));
        assertThat(board.since(before).orElseThrow().value().tiles())
                .extracting(Tile::bed)
                .contains("01", "17");
    }

    @Test
    void whoChangesBedsTakesEverythingAlong() throws Exception {
        String other = ref("02");
        board.apply(Records.value(patient, 97, now));
        board.apply(Records.value(other, 91, now));
        board.apply(Records.alarm("a1", patient, 1, now).build());
        board.apply(Records.alarm("a2", other, 1, now).build());

        perform(new SwapPatients("01", "02"));

        assertThat(ref("01")).isEqualTo(other);
        assertThat(ref("02")).isEqualTo(patient);
        assertThat(tile("01").numerics()).anyMatch(numeric -> "91".equals(numeric.text()));
        assertThat(tile("02").numerics()).anyMatch(numeric -> "97".equals(numeric.text()));
        assertThat(tile("01").alarms()).extracting(Alarm::id).containsExactly("a2");
        assertThat(tile("02").alarms()).extracting(Alarm::id).containsExactly("a1");
        assertThat(board.alarm("a1").orElseThrow().bed()).isEqualTo("02");
        assertThat(board.alarm("a2").orElseThrow().bed()).isEqualTo("01");
        assertThat(board.occupied()).isEqualTo(16);
    }

    @Test
    void alarmGoesOnInTheNewBedThoughItsEventsNameTheOld() throws Exception {
        board.apply(Records.alarm("a1", patient, 1, now).build());
        perform(new Transfer(patient, "17"));
        board.apply(Records.alarm("a1", patient, 2, now).build());

        assertThat(board.alarm("a1").orElseThrow().bed()).isEqualTo("17");
        perform(new Transfer(patient, "01"));
        assertThat(board.alarm("a1").orElseThrow().bed()).isEqualTo("01");
        assertThat(board.alarm("a1").orElseThrow().seq()).isEqualTo(2);
    }

    @Test
    void closedAlarmStaysWhereItWas() throws Exception {
        board.apply(Records.closed("a1", patient, 1, now));

        perform(new Transfer(patient, "17"));

        assertThat(board.alarm("a1").orElseThrow().bed()).isEqualTo("01");
    }

    @Test
    void bedOfWhoeverWentIsEmptyAndNoOldRecordFillsIt() throws Exception {
        List<RegisterRecord> old = new ArrayList<>();
        register.onKept(old::add);
        perform(new SetNurse("01", "lindqvist"));
        perform(new Discharge(patient));

        old.forEach(board::apply);

        assertThat(tile("01").state()).isEqualTo("empty");
        assertThat(board.occupied()).isEqualTo(15);
    }

    @Test
    void bedsComeAndGoAndChangeTheirNurse() throws Exception {
        perform(new AddBed("18", "okafor"));
        perform(new SetNurse("01", "lindqvist"));
        perform(new RemoveBed("17"));

        assertThat(tile("18").state()).isEqualTo("empty");
        assertThat(tile("18").order()).isEqualTo(17);
        assertThat(tile("01").nurse()).isEqualTo("RN Lindqvist");
        assertThat(board.tile("17")).isEmpty();
    }

    @Test
    void newerReadingReplacesOlder() {
        board.apply(Records.value(patient, 97, now));
        board.apply(Records.value(patient, 96, now + 1_000));

        assertThat(spo2().text()).isEqualTo("96");
        assertThat(spo2().time()).isEqualTo(now + 1_000);
    }

    @Test
    void lateReadingNeverReplacesANewerLiveOne() {
        board.apply(Records.value(patient, 97, now));

        boolean shown =
                board.apply(Records.numeric(patient, Records.spo2(now - 180_000).setValue(80), now + 1_000).toBuilder()
                        .setLate(true)
                        .build());

        assertThat(shown).isFalse();
        assertThat(spo2().value()).isEqualTo(97);
    }

    @Test
    void lateReadingThatIsNewerThanWhatIsKnownIsShownWithItsOwnTime() {
        board.apply(Records.value(patient, 97, now - 600_000));

        board.apply(Records.numeric(patient, Records.spo2(now - 180_000).setValue(80), now).toBuilder()
                .setLate(true)
                .build());

        assertThat(spo2().value()).isEqualTo(80);
        assertThat(spo2().time()).isEqualTo(now - 180_000);
    }

    @Test
    void missingReadingShowsItsReasonAndNoValue() {
        board.apply(Records.value(patient, 97, now));

        board.apply(Records.sensorOff(patient, now + 1_000));

        assertThat(spo2().missing()).isEqualTo("sensor-off");
        assertThat(spo2().value()).isNull();
        assertThat(spo2().text()).isNull();
    }

    @Test
    void missingReadingWithoutReasonIsStillMissing() {
        board.apply(Records.numeric(patient, Records.spo2(now), now));
        assertThat(spo2().missing()).isEqualTo("not-measured");

        board.apply(Records.numeric(patient, Records.spo2(now + 1).setMissing(MissingReason.forNumber(0)), now + 1));
        assertThat(spo2().missing()).isEqualTo("not-measured");
    }

    @Test
    void deviceClockThatRunsAheadDoesNotKeepLaterReadingsOff() {
        board.apply(Records.numeric(patient, Records.spo2(now + 3_600_000).setValue(97), now));

        board.apply(Records.value(patient, 84, now + 1_000));

        assertThat(spo2().value()).isEqualTo(84);
    }

    @Test
    void deviceClockThatCannotBeBelievedIsReplacedByTheArrival() {
        Measurement.Builder measurement = Records.spo2(0).setValue(97).addFlags(ReadingFlag.CLOCK);

        board.apply(Records.numeric(patient, measurement, now));

        assertThat(spo2().time()).isEqualTo(now);
        assertThat(spo2().flags()).containsExactly("clock");
    }

    @Test
    void codeHasNoValue() {
        board.apply(Records.numeric(
                patient,
                Measurement.newBuilder()
                        .setVital(Vital.CONSCIOUSNESS)
                        .setMethod(Method.MANUAL)
                        .setDeviceTimeMs(now)
                        .setCode(Code.ALERT),
                now));

        Numeric numeric = numeric("consciousness");
        assertThat(numeric.code()).isEqualTo("alert");
        assertThat(numeric.value()).isNull();
        assertThat(numeric.missing()).isNull();
        assertThat(numeric.spot()).isTrue();
    }

    @Test
    void ageLimitsFollowWhatTheDeviceIsExpectedToSend() {
        board.apply(Records.value(patient, 97, now));
        board.apply(Records.numeric(
                patient,
                Measurement.newBuilder()
                        .setVital(Vital.SYSTOLIC_PRESSURE)
                        .setMethod(Method.CUFF)
                        .setDeviceTimeMs(now)
                        .setValue(120),
                now));

        assertThat(spo2().staleAfterMs()).isEqualTo(10_000);
        assertThat(spo2().lostAfterMs()).isEqualTo(60_000);
        assertThat(spo2().spot()).isFalse();
        assertThat(numeric("systolic-pressure").staleAfterMs()).isEqualTo(180_000);
        assertThat(numeric("systolic-pressure").spot()).isTrue();
        assertThat(spo2().intervalMs()).isEqualTo(1_000);
        assertThat(numeric("systolic-pressure").intervalMs()).isEqualTo(60_000);
    }

    @Test
    void nobodySaysHowOftenAVitalComesThatTheDeviceIsNotExpectedToSend() {
        board.apply(Records.numeric(
                patient,
                Measurement.newBuilder()
                        .setVital(Vital.GLUCOSE)
                        .setDeviceTimeMs(now)
                        .setValue(90),
                now));

        assertThat(numeric("glucose").intervalMs()).isNull();
    }

    @Test
    void patientOfNoBedHereIsNotShown() {
        assertThat(board.apply(Records.value("p-00000000000000000000000000000000", 97, now)))
                .isFalse();
    }

    @Test
    void scoreIsAnIntervalThatNamesWhatIsMissing() {
        board.apply(Records.news2(patient, now));

        News2 news2 = tile("01").news2();
        assertThat(news2).isNotNull();
        assertThat(news2.text()).isEqualTo("4-7");
        assertThat(news2.complete()).isFalse();
        assertThat(news2.bandUpper()).isEqualTo("high");
        assertThat(news2.missing()).containsExactly("consciousness");
    }

    @Test
    void scoreThatIsUnavailableHasNoNumber() {
        board.apply(Score.newBuilder()
                .setPatientRef(patient)
                .setScoreId("news2")
                .setTimeMs(now)
                .setUnavailable("age unknown")
                .build());

        News2 news2 = tile("01").news2();
        assertThat(news2).isNotNull();
        assertThat(news2.lower()).isNull();
        assertThat(news2.text()).isEqualTo("--");
        assertThat(news2.unavailable()).isEqualTo("age unknown");
    }

    @Test
    void olderScoreChangesNothing() {
        board.apply(Records.news2(patient, now));
        long version = board.version();

        board.apply(Records.news2(patient, now - 60_000));

        assertThat(board.version()).isEqualTo(version);
    }

    @Test
    void openAlarmIsOnItsTile() {
        board.apply(Records.alarm("a", patient, 1, now).build());

        assertThat(tile("01").alarms()).singleElement().satisfies(alarm -> {
            assertThat(alarm.text()).isEqualTo("SpO2 88 < 90");
            assertThat(alarm.marks()).isEqualTo("**");
            assertThat(alarm.state()).isEqualTo("active-unacknowledged");
            assertThat(alarm.ended()).isNull();
            assertThat(alarm.deciding()).isEqualTo(new Alarm.Deciding("mon-01", 1L, 17L, now));
        });
        assertThat(board.snapshot().value().counts()).isEqualTo(new Counts(0, 1, 0, 0, 1));
    }

    @Test
    void closedAlarmLeavesTheTileAndStaysInTheList() {
        board.apply(Records.alarm("a", patient, 1, now).build());

        board.apply(Records.closed("a", patient, 2, now + 9_000));

        assertThat(tile("01").alarms()).isEmpty();
        assertThat(board.openAlarms()).isEmpty();
        assertThat(board.closedAlarms()).singleElement().satisfies(alarm -> {
            assertThat(alarm.ended()).isEqualTo(now + 9_000);
            assertThat(alarm.due()).isEqualTo(now);
        });
        assertThat(board.snapshot().value().alarms()).hasSize(1);
        assertThat(board.patient(patient).orElseThrow().alarms()).hasSize(1);
    }

    @Test
    void alarmOfACanaryIsNotForPeople() {
        List<AlarmFrame> heard = new ArrayList<>();
        board.onAlarm(heard::add);

        board.apply(Records.alarm("a", "p-" + "c".repeat(32), 1, now)
                .setWardId(new CanaryWard("ward-7").id())
                .build());

        assertThat(board.openAlarms()).isEmpty();
        assertThat(heard).isEmpty();
    }

    @Test
    void latchedAlarmStaysOnTheTileWithItsEnd() {
        board.apply(Records.alarm("a", patient, 1, now).build());

        board.apply(Records.alarm("a", patient, 2, now + 5_000)
                .setTransition(AlarmTransition.CONDITION_ENDED_LATCHED)
                .setState(AlarmState.LATCHED)
                .build());

        assertThat(tile("01").alarms()).singleElement().satisfies(alarm -> {
            assertThat(alarm.state()).isEqualTo("latched");
            assertThat(alarm.ended()).isEqualTo(now + 5_000);
            assertThat(alarm.isUnacknowledged()).isTrue();
        });
    }

    @Test
    void olderEventOfAnAlarmChangesNothing() {
        List<AlarmFrame> heard = new ArrayList<>();
        board.onAlarm(heard::add);
        board.apply(Records.closed("a", patient, 2, now));

        board.apply(Records.alarm("a", patient, 1, now).build());

        assertThat(board.openAlarms()).isEmpty();
        assertThat(heard).hasSize(1);
    }

    @Test
    void worstAlarmIsFirst() {
        board.apply(Records.alarm("old", patient, 1, now).build());
        board.apply(Records.alarm("new", patient, 1, now + 1).build());
        board.apply(withSeverity("high", Severity.SEVERITY_HIGH));
        board.apply(withSeverity("seen", Severity.SEVERITY_HIGH).toBuilder()
                .setState(AlarmState.ACTIVE_ACKNOWLEDGED)
                .setAcknowledgedBy("RN Okafor")
                .setAcknowledgedMs(now)
                .build());

        assertThat(tile("01").alarms()).extracting(Alarm::id).containsExactly("high", "new", "old", "seen");
        assertThat(board.snapshot().value().counts()).isEqualTo(new Counts(2, 2, 0, 0, 3));
    }

    @Test
    void technicalAlarmHasItsOwnMarksAndCount() {
        board.apply(Records.alarm("a", patient, 1, now)
                .setCondition(Records.condition(patient, now)
                        .setKind(AlarmKind.TECHNICAL)
                        .setRule("no-signal")
                        .clearObserved()
                        .clearLimit())
                .build());

        assertThat(board.openAlarms().get(0).marks()).isEqualTo("!!");
        assertThat(board.openAlarms().get(0).text()).isEqualTo("no signal: SpO2");
        assertThat(board.snapshot().value().counts()).isEqualTo(new Counts(0, 0, 0, 1, 1));
    }

    @Test
    void valueCloseToItsLimitIsShownPreciselyEnough() {
        board.apply(Records.alarm("a", patient, 1, now)
                .setCondition(Records.condition(patient, now).setObserved(89.6))
                .build());

        assertThat(board.openAlarms().get(0).text()).isEqualTo("SpO2 89.6 < 90");
    }

    @Test
    void closedAlarmsAreBounded() {
        for (int i = 0; i < 500; i++) {
            board.apply(Records.closed("a" + i, patient, 1, now + i));
        }

        assertThat(board.closedAlarms()).hasSize(200);
        assertThat(board.closedAlarms().get(0).id()).isEqualTo("a499");
        assertThat(board.snapshot().value().alarms()).hasSize(50);
    }

    @Test
    void deviceStatusIsOnTheTileOfWhoWearsIt() {
        board.apply(status(Connection.ONLINE, now));
        board.apply(status(Connection.LOST, now - 1));

        assertThat(tile("01").device()).isEqualTo(new Tile.DeviceState("mon-01", "bedside-monitor", "online", 87.0));
    }

    @Test
    void strayDeviceIsShownUntilSomebodyWearsIt() throws Exception {
        board.apply(Records.stray("my-watch", now));
        board.apply(Records.stray("my-watch", now + 1_000));
        assertThat(board.snapshot().value().unassignedDevices())
                .containsExactly(new Frames.UnassignedDevice("my-watch", now + 1_000, 2));

        perform(new Connect("17", new Device("my-watch", "wrist-wearable"), null));

        assertThat(board.snapshot().value().unassignedDevices()).isEmpty();
        assertThat(tile("17").state()).isEqualTo("occupied");
    }

    @Test
    void strayDeviceThatFellSilentIsGone() {
        board.apply(Records.stray("my-watch", now));

        clock.advance(Duration.ofMinutes(16));

        assertThat(board.snapshot().value().unassignedDevices()).isEmpty();
    }

    @Test
    void strayDeviceIsShownAlthoughItsReadingsWaitedForAnAssociation() {
        long heard = now - Duration.ofMinutes(15).toMillis();
        board.apply(Records.stray("my-watch", heard, now));

        assertThat(board.snapshot().value().unassignedDevices())
                .containsExactly(new Frames.UnassignedDevice("my-watch", heard, 1));
    }

    @Test
    void strayDevicesAreBounded() {
        for (int i = 0; i < 1_000; i++) {
            board.apply(Records.stray("d" + i, now + i));
        }

        assertThat(board.snapshot().value().unassignedDevices()).hasSize(100);
    }

    @Test
    void deviceThatIsTakenOffLeavesTheTile() throws Exception {
        perform(new TakeOff("mon-01", null));

        assertThat(tile("01").state()).isEqualTo("no-device");
    }

    @Test
    void dischargeEmptiesTheBed() throws Exception {
        board.apply(Records.value(patient, 97, now));

        perform(new Discharge(patient));

        assertThat(tile("01").state()).isEqualTo("empty");
        assertThat(tile("01").numerics()).isEmpty();
    }

    @Test
    void frameHoldsOnlyWhatChanged() {
        long version = board.version();

        board.apply(Records.value(patient, 97, now));

        Frame frame = board.since(version).orElseThrow().value();
        assertThat(frame.tiles()).extracting(Tile::bed).containsExactly("01");
        assertThat(board.since(board.version())).isEmpty();
    }

    @Test
    void readingTheTopicsAgainChangesNothing() {
        VitalNumeric first = Records.value(patient, 97, now);
        VitalNumeric second = Records.value(patient, 96, now + 1_000);
        board.apply(first);
        board.apply(second);
        board.apply(Records.alarm("a", patient, 1, now).build());
        Tile before = tile("01");

        board.apply(first);
        board.apply(Records.alarm("a", patient, 1, now).build());
        board.apply(second);

        assertThat(tile("01")).isEqualTo(before);
    }

    private org.wardlight.events.v1.AlarmEvent withSeverity(String id, Severity severity) {
        return Records.alarm(id, patient, 1, now)
                .setCondition(Records.condition(patient, now).setSeverity(severity))
                .build();
    }

    private static DeviceStatus status(Connection connection, long time) {
        return DeviceStatus.newBuilder()
                .setDeviceId("mon-01")
                .setConnection(connection)
                .setTimeMs(time)
                .setBatteryPercent(87)
                .build();
    }

    private Tile tile(String bed) {
        return board.tile(bed).orElseThrow();
    }

    private String ref(String bed) {
        String ref = tile(bed).patientRef();
        assertThat(ref).isNotNull();
        return ref;
    }

    private Numeric spo2() {
        return numeric("spo2");
    }

    private Numeric numeric(String vital) {
        return tile("01").numerics().stream()
                .filter(numeric -> numeric.vital().equals(vital))
                .findFirst()
                .orElseThrow();
    }

    private void perform(RegisterCommand command) throws Exception {
        register.perform(command, "RN Okafor", "test");
    }
}
