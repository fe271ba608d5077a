package org.wardlight.alerting.store;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.jdbc.JdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
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
import org.wardlight.database.Dialect;
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
    private static final int THREADS = 2;
    /** The fewest that db-scheduler allows: a timer that an instance had in hand when it died is taken from it after these. */
    private static final int MISSED_HEARTBEATS = 4;

    private final Database database;
    private final Instances instances;
    private final JdbcCustomization dialect;
    private final WardClock clock;
    private final CurrentConnection current = new CurrentConnection();
    private final SchedulerClient client;
    private final OneTimeTask<Void> task;
    private volatile @Nullable Consumer<TimerId> onDue;
    private volatile @Nullable Scheduler scheduler;

    Timers(Database database, Instances instances, WardClock clock) {
        this.database = database;
        this.instances = instances;
        this.clock = clock;
        this.dialect = database.dialect() == Dialect.POSTGRESQL
                ? new PostgreSqlJdbcCustomization(false, false)
                : new SqliteJdbcCustomization();
        revive();
        this.task = Tasks.oneTime(ESCALATION)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(RETRY))
                .execute((instance, context) -> fire(TimerId.parse(instance.getId())));
        this.client = SchedulerClient.Builder.create(current, task)
                .jdbcCustomization(dialect)
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
                .jdbcCustomization(dialect)
                .schedulerName(new SchedulerName.Fixed(instances.id()))
                .clock(clock::instant)
                .threads(THREADS)
                .pollingInterval(pollEvery(clock))
                .heartbeatInterval(heartbeat())
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
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

    /** A timer that looks as if it were running in an instance that is gone can be picked again. */
    private void revive() {
        database.jdbi()
                .useTransaction(handle -> handle.execute(
                        "update scheduled_tasks set picked = ?, picked_by = null, last_heartbeat = null"
                                + " where picked_by is null or picked_by not in (" + instances.living() + ")",
                        false));
    }

    /** By the ward clock, which may be accelerated where one process owns a file and nobody has to notice that it died. */
    private Duration heartbeat() {
        return database.dialect() == Dialect.POSTGRESQL ? Duration.ofSeconds(1) : Duration.ofSeconds(10);
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
