package org.wardlight.alerting;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wardlight.alerting.commands.AlarmApi;
import org.wardlight.alerting.desk.AlarmDesk;
import org.wardlight.alerting.desk.WardRegister;
import org.wardlight.alerting.health.Problems;
import org.wardlight.alerting.intake.ConditionFeed;
import org.wardlight.alerting.intake.ConditionIntake;
import org.wardlight.alerting.intake.RegisterFeed;
import org.wardlight.alerting.paging.Pager;
import org.wardlight.alerting.publishing.EventPublisher;
import org.wardlight.alerting.store.AlarmStore;
import org.wardlight.alerting.store.OutboxRow;
import org.wardlight.events.WardClock;

/** The alarm role: conditions become alarms, alarms reach people, people acknowledge. */
public final class AlertingApp implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AlertingApp.class);

    private final Problems problems = new Problems();
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final AlarmStore store;
    private final EscalationStart escalations;
    private final AlarmApi api;

    private AlertingApp(AlertingConfig config, MeterRegistry meters, WardClock clock, KafkaClients kafka) {
        try {
            parts.push(() -> closeKafka(kafka));
            store = open(AlarmStore.open(config.store(), clock));
            WardRegister register = new WardRegister(
                    config.paging().defaultReceivers(), config.paging().secondByReceiver());
            AlarmDesk desk = new AlarmDesk(store, register, config.policy(), clock, meters);
            EventPublisher publisher = open(new EventPublisher(store, kafka.events(), problems));
            Pager pager = open(new Pager(
                    config.paging(), new Pager.Infrastructure(store, desk, problems, meters), InstantSource.system()));
            store.afterCommit(rows -> handOver(rows, publisher, pager));
            parts.push(store::stopTimers);
            RegisterFeed registerFeed = open(new RegisterFeed(kafka.register(), register, meters, problems));
            escalations = open(new EscalationStart(registerFeed, store, desk, problems));
            ConditionIntake intake = new ConditionIntake(desk, meters);
            ConditionFeed conditions = open(new ConditionFeed(
                    kafka.conditions(), new ConditionFeed.Sources(store, intake, registerFeed, clock), problems));
            register.onDischarged(desk::stayEnded);
            registerFeed.start();
            publisher.start();
            pager.start();
            escalations.start();
            conditions.start();
            api = open(AlarmApi.start(config.http(), new AlarmApi.Parts(store, desk, pager.tests())));
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Starts everything; returns when commands can be given. */
    public static AlertingApp start(AlertingConfig config, MeterRegistry meters, WardClock clock) {
        return start(config, meters, clock, KafkaClients.connect(config.kafka()));
    }

    static AlertingApp start(AlertingConfig config, MeterRegistry meters, WardClock clock, KafkaClients kafka) {
        AlertingApp app = new AlertingApp(config, meters, clock, kafka);
        LOG.info(
                "part=alerting started port={} receivers={}",
                app.port(),
                config.paging().receivers().size());
        return app;
    }

    /** The port of the command API. */
    public int port() {
        return api.port();
    }

    /** What does not work: part to one sentence; empty when healthy. */
    public Map<String, String> problems() {
        Map<String, String> all = problems.all();
        if (escalations.isOver() && !store.isTiming()) {
            all.put("timers", "Escalation timers do not run; restart this role.");
        }
        return all;
    }

    /** Ends everything, newest part first; what is undone is done at the next start. */
    @Override
    public void close() {
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception e) {
                LOG.warn("part=alerting a part did not end well", e);
            }
        }
    }

    private static void handOver(List<OutboxRow> rows, EventPublisher publisher, Pager pager) {
        for (OutboxRow row : rows) {
            if (row.kind() == OutboxRow.Kind.PAGE) {
                pager.send(row);
            }
        }
        publisher.wake();
    }

    private static void closeKafka(KafkaClients kafka) {
        kafka.events().close(Duration.ofMillis(300));
    }

    private <T extends AutoCloseable> T open(T part) {
        parts.push(part);
        return part;
    }
}
