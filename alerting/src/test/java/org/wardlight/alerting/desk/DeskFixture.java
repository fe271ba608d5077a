package org.wardlight.alerting.desk;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.wardlight.alerting.TestDatabase;
import org.wardlight.alerting.TestWard;
import org.wardlight.alerting.store.AlarmStore;
import org.wardlight.alerting.store.LogPosition;
import org.wardlight.alerting.store.OutboxRow;
import org.wardlight.database.DatabaseSettings;
import org.wardlight.events.Topics;
import org.wardlight.events.WardClock;
import org.wardlight.events.v1.AlarmCondition;

/** A desk over a real database, on a clock that jumps when told; closed and opened again like a process. */
public final class DeskFixture implements AutoCloseable {

    public final AlarmStore store;
    public final AlarmDesk desk;
    public final WardRegister register;
    public final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    public final TestWard.SteppedTime time;
    public final List<OutboxRow> handedOver = new CopyOnWriteArrayList<>();
    private long offset;

    private DeskFixture(DatabaseSettings database, TestWard.SteppedTime time, Map<String, String> seconds) {
        this.time = time;
        register = new WardRegister(List.of("pager"), seconds);
        WardClock clock = WardClock.accelerated(time, 1.0);
        store = AlarmStore.open(database, clock);
        store.afterCommit(handedOver::addAll);
        register.patient(TestWard.patient());
        register.rota(TestWard.rota());
        desk = new AlarmDesk(store, register, TestWard.POLICY, clock, meters);
    }

    /** On SQLite. */
    public static DeskFixture open(Path directory) {
        return open(TestDatabase.SQLITE.in(directory), new TestWard.SteppedTime());
    }

    public static DeskFixture open(DatabaseSettings database, TestWard.SteppedTime time) {
        return new DeskFixture(database, time, Map.of());
    }

    /** On SQLite, with second channels. */
    public static DeskFixture open(Path directory, Map<String, String> secondByReceiver) {
        return new DeskFixture(TestDatabase.SQLITE.in(directory), new TestWard.SteppedTime(), secondByReceiver);
    }

    public void condition(AlarmCondition condition) {
        desk.condition(condition, new LogPosition(Topics.ALARM_CONDITION.name(), 0, offset++));
    }

    /** From a partition of its own, so that several threads may read. */
    public void condition(AlarmCondition condition, int partition) {
        desk.condition(condition, new LogPosition(Topics.ALARM_CONDITION.name(), partition, 0));
    }

    public List<OutboxRow> pages() {
        return store.pending(OutboxRow.Kind.PAGE, 100);
    }

    public List<OutboxRow> events() {
        return store.pending(OutboxRow.Kind.EVENT, 1000);
    }

    public void runTimers() {
        store.runTimers(desk::timerDue);
    }

    public void advance(Duration by) {
        time.advance(by);
    }

    @Override
    public void close() {
        store.close();
    }
}
