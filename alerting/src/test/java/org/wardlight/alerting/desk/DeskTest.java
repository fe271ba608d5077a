package org.wardlight.alerting.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.wardlight.alerting.TestDatabase;
import org.wardlight.alerting.TestWard;
import org.wardlight.alerting.alarm.Alarm;
import org.wardlight.events.Topics;
import org.wardlight.events.v1.AlarmState;

/** A desk for each test, on each database. */
abstract class DeskTest {

    static final List<AlarmState> ALL = List.of(
            AlarmState.ACTIVE_UNACKNOWLEDGED, AlarmState.ACTIVE_ACKNOWLEDGED, AlarmState.LATCHED, AlarmState.CLOSED);
    static final String TOPIC = Topics.ALARM_CONDITION.name();

    @Parameter
    TestDatabase database;

    @TempDir
    Path directory;

    /** A process on the test's database; opened again, it finds what it left. */
    DeskFixture open() {
        return open(new TestWard.SteppedTime());
    }

    DeskFixture open(TestWard.SteppedTime time) {
        return DeskFixture.open(database.in(directory), time);
    }

    void sql(String statement) throws SQLException {
        database.sql(directory, statement);
    }

    long count(String query) throws SQLException {
        return database.count(directory, query);
    }

    static CommandAnswer acknowledge(DeskFixture ward, String alarm, String key) {
        return ward.desk.command(
                AlarmCommand.acknowledge(alarm, new AlarmCommand.By("RN Okafor", ""), key),
                a -> a.state() + " " + a.facts().orElseThrow().seq());
    }

    static Alarm only(DeskFixture ward) {
        List<Alarm> alarms = ward.store.alarms(ALL);
        assertThat(alarms).hasSize(1);
        return alarms.get(0);
    }
}
