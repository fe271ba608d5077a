package org.wardlight.alerting.store;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.jdbc.JdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.SqliteJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.wardlight.database.Database;
import org.wardlight.events.WardClock;

/**
 * Durable timers: written and cancelled by the transaction of a transition, fired on the ward clock, also after a restart.
 * A timer that fires late or twice does no harm, because the alarm knows the number of the timer it waits for.
 */
final class Timers implements AutoCloseable {

    private static final TaskDescriptor<Void> ESCALATION = TaskDescriptor.of("escalation");
    private static final Duration LONGEST_POLL = Duration.ofSeconds(1);
    private static final Duration SHORTEST_POLL = Duration.ofMillis(50);
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);
    private static final int THREADS = 2;
    /** How db-scheduler speaks to the database; alarms are kept in SQLite. */
    private static final JdbcCustomization DIALECT = new SqliteJdbcCustomization();

    private final Database database;
    private final WardClock clock;
    private final CurrentConnection current = new CurrentConnection();
    private final SchedulerClient client;
    private final OneTimeTask<Void> task;
    private volatile @Nullable Consumer<TimerId> onDue;
    private volatile @Nullable Scheduler scheduler;

    Timers(Database database, WardClock clock) {
        this.database = database;
        this.clock = clock;
        revive();
        this.task = Tasks.oneTime(ESCALATION)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(RETRY))
                .execute((instance, context) -> fire(TimerId.parse(instance.getId())));
        this.client = SchedulerClient.Builder.create(current, task)
                .jdbcCustomization(DIALECT)
                .build();
    }

    void start(Connection connection, TimerId id, Instant due) {
        current.with(connection, () -> client.scheduleIfNotExists(task.instance(id.text()), due));
    }

    void cancel(Connection connection, TimerId id) {
        TaskInstanceId instance = ESCALATION.instanceId(id.text());
        current.with(connection, () -> {
            boolean waiting = client.getScheduledExecution(instance)
                    .filter(execution -> !execution.isPicked())
                    .isPresent();
            if (waiting) {
                client.cancel(instance);
            }
            return waiting;
        });
    }

    /** Begins to fire. */
    void run(Consumer<TimerId> whenDue) {
        onDue = whenDue;
        Scheduler started = Scheduler.create(database.pool(), task)
                .jdbcCustomization(DIALECT)
                .clock(clock::instant)
                .threads(THREADS)
                .pollingInterval(pollEvery(clock))
                .heartbeatInterval(HEARTBEAT)
                .enableImmediateExecution()
                .shutdownMaxWait(Duration.ofMillis(500))
                .build();
        started.start();
        scheduler = started;
    }

    /** Whether timers fire. */
    boolean isRunning() {
        Scheduler running = scheduler;
        return running != null && !running.getSchedulerState().isShuttingDown();
    }

    @Override
    public void close() {
        Scheduler running = scheduler;
        if (running != null && !running.getSchedulerState().isShuttingDown()) {
            running.stop();
        }
    }

    /** The file has one owner: a timer that looks as if it were running belonged to a process that has died. */
    private void revive() {
        database.jdbi()
                .useHandle(handle -> handle.execute(
                        "update scheduled_tasks set picked = ?, picked_by = null, last_heartbeat = null", false));
    }

    private void fire(TimerId id) {
        Consumer<TimerId> handler = onDue;
        if (handler != null) {
            handler.accept(id);
        }
    }

    /** Once per ward second, but no more often than 20 times and no less often than once per second on the wall. */
    private static Duration pollEvery(WardClock clock) {
        Duration wardSecond = clock.wallTime(Duration.ofSeconds(1));
        if (wardSecond.compareTo(SHORTEST_POLL) < 0) {
            return SHORTEST_POLL;
        }
        return wardSecond.compareTo(LONGEST_POLL) > 0 ? LONGEST_POLL : wardSecond;
    }
}
