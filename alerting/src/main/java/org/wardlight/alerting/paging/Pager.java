package org.wardlight.alerting.paging;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpClient;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wardlight.alerting.desk.AlarmDesk;
import org.wardlight.alerting.health.Problems;
import org.wardlight.alerting.store.AlarmStore;
import org.wardlight.alerting.store.OutboxRow;

/** Hands each page to the lane of its receiver, the moment it is committed; at the start, those left from an earlier life. */
public final class Pager implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Pager.class);
    private static final int MOST_LEFT_OVER = 10_000;
    private static final String PART = "paging";

    private final Map<String, ReceiverLane> lanes = new HashMap<>();
    private final List<String> defaultReceivers;
    private final AlarmStore store;
    private final Problems problems;

    /** A pager for all configured receivers; {@code wall} is real time, which receivers check signatures against. */
    public Pager(PagingSettings settings, Infrastructure with, InstantSource wall) {
        this.store = with.store();
        this.problems = with.problems();
        this.defaultReceivers = settings.defaultReceivers();
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.delivery().connectTimeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        ReceiverLane.Surroundings around = new ReceiverLane.Surroundings(store, with.desk(), problems, with.meters());
        settings.receivers()
                .forEach((name, receiver) -> lanes.put(
                        name,
                        new ReceiverLane(
                                name,
                                new WebhookChannel(client, receiver, settings, wall),
                                settings.delivery(),
                                around)));
    }

    /** What a pager works with. */
    public record Infrastructure(AlarmStore store, AlarmDesk desk, Problems problems, MeterRegistry meters) {}

    /** Sends what an earlier life of this process left unsent. */
    public void resume() {
        List<OutboxRow> left = store.pending(OutboxRow.Kind.PAGE, MOST_LEFT_OVER);
        if (!left.isEmpty()) {
            LOG.info("part=paging unsent={} from before the start, sent now", left.size());
        }
        left.forEach(page -> send(page, false));
    }

    /** Sends a page that was decided this moment; returns at once. A receiver that nobody has configured is replaced by the first default one. */
    public void send(OutboxRow page) {
        send(page, true);
    }

    private void send(OutboxRow page, boolean fresh) {
        ReceiverLane lane = lanes.get(page.receiver());
        if (lane == null) {
            problems.report(
                    PART, "A rota names a receiver that is not configured; its pages go to the default receiver.");
            lane = lanes.get(defaultReceivers.get(0));
        }
        if (lane != null) {
            lane.offer(page, fresh);
        }
    }

    @Override
    public void close() {
        lanes.values().forEach(ReceiverLane::close);
    }
}
