package org.wardlight.station.burden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wardlight.database.Database;
import org.wardlight.database.DatabaseSettings.SqliteFile;
import org.wardlight.database.Databases;
import org.wardlight.station.burden.MonitoredStore.Hours;

/** Monitored time on a real file. */
class MonitoredTimeTest {

    private static final long EIGHT = Instant.parse("2026-03-01T08:00:00Z").toEpochMilli();

    @TempDir
    private Path folder;

    private final MonitoredTime time = new MonitoredTime();
    private Database database;
    private MonitoredStore store;

    @BeforeEach
    void open() {
        database = Databases.open(new SqliteFile(folder.resolve("register.db")), "register");
        store = new MonitoredStore(database, "ward-7");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void countsPatientsAndNursesInSlotsOfFiveMinutesAndEachOnce() {
        minutes("p-1", "okafor", 0, 60);
        minutes("p-2", "okafor", 0, 30);
        store.keep(time, EIGHT);
        minutes("p-2", "okafor", 25, 40);
        minutes("p-3", "lindqvist", 30, 60);
        store.keep(time, EIGHT);

        Hours hours = between(0, 60);

        assertThat(hours.patients()).isEqualTo(1 + 40 / 60.0 + 0.5);
        assertThat(hours.nurses()).isEqualTo(1.5);
    }

    @Test
    void silenceIsNotMonitored() {
        time.saw("p-1", "okafor", EIGHT + 1);
        store.keep(time, EIGHT);

        assertThat(between(0, 60).patients()).isEqualTo(5 / 60.0);
        assertThat(between(5, 60).patients()).isZero();
    }

    @Test
    void whatCannotBeKeptIsKeptTheNextTime() {
        time.saw("p-1", "", EIGHT);
        database.jdbi().useHandle(handle -> handle.execute("alter table monitored rename to gone"));
        assertThatThrownBy(() -> store.keep(time, EIGHT)).isInstanceOf(RuntimeException.class);
        database.jdbi().useHandle(handle -> handle.execute("alter table gone rename to monitored"));

        store.keep(time, EIGHT);

        assertThat(between(0, 60).patients()).isEqualTo(5 / 60.0);
    }

    @Test
    void aQuarterOfAYearIsKept() {
        time.saw("p-1", "", EIGHT);
        store.keep(time, EIGHT + MonitoredStore.KEPT_MILLIS + MonitoredTime.HOUR_MILLIS);

        assertThat(between(0, 60).patients()).isZero();
    }

    private void minutes(String patient, String nurse, int from, int to) {
        for (int minute = from; minute < to; minute++) {
            time.saw(patient, nurse, EIGHT + Duration.ofMinutes(minute).toMillis());
        }
    }

    private Hours between(int fromMinute, int toMinute) {
        return store.between(
                EIGHT + Duration.ofMinutes(fromMinute).toMillis(),
                EIGHT + Duration.ofMinutes(toMinute).toMillis());
    }
}
