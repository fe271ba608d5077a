package org.wardlight.alerting.paging;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.wardlight.alerting.channel.Channel;
import org.wardlight.alerting.channel.Network;
import org.wardlight.alerting.desk.AlarmDesk;
import org.wardlight.alerting.health.Problems;
import org.wardlight.alerting.store.AlarmStore;
import org.wardlight.alerting.store.OutboxRow;

/**
 * Hands each page to the lane of its receiver, the moment it is committed; and those that an instance which is gone left
 * behind, an earlier life of this process included.
 */
public final class Pager implements AutoCloseable {

    private static final String PART = "paging";

    private final Map<String, ReceiverLane> lanes = new HashMap<>();
    private final Set<Long> inHand = ConcurrentHashMap.newKeySet();
    private final List<String> defaultReceivers;
    private final TakeOver takeOver;
    private final TestPages tests;
    private final Problems problems;

    /** A pager for all configured receivers; {@code wall} is real time, which receivers check signatures against. */
    public Pager(PagingSettings settings, Infrastructure with, InstantSource wall) {
        this.problems = with.problems();
        this.takeOver = new TakeOver(with.store(), this, problems);
        this.defaultReceivers = settings.defaultReceivers();
        Delivery delivery = settings.delivery();
        Network network =
                Network.of(settings.allowPrivateTargets(), delivery.connectTimeout(), delivery.requestTimeout(), wall);
        ReceiverLane.Surroundings around = new ReceiverLane.Surroundings(
                with.store(), with.desk(), problems, with.meters(), page -> inHand.remove(page.id()));
        Map<String, Channel> channels = new HashMap<>();
        settings.receivers().forEach((name, receiver) -> channels.put(name, Channel.to(receiver.target(), network)));
        channels.forEach((name, channel) -> lanes.put(name, new ReceiverLane(name, channel, delivery, around)));
        this.tests = new TestPages(channels, wall);
    }

    /** What a pager works with. */
    public record Infrastructure(AlarmStore store, AlarmDesk desk, Problems problems, MeterRegistry meters) {}

    /** Sends what was left unsent before, and from now on what other instances leave behind. */
    public void start() {
        takeOver.start();
    }

    /** Sends a page that was decided this moment; returns at once. A receiver that nobody has configured is replaced by the first default one. */
    public void send(OutboxRow page) {
        send(page, true);
    }

    /** Where receivers are tried out. */
    public TestPages tests() {
        return tests;
    }

    /** Sends a page that was decided a while ago, if it is not on its way already: somebody may have answered since. */
    boolean sendLeftOver(OutboxRow page) {
        return send(page, false);
    }

    private boolean send(OutboxRow page, boolean fresh) {
        if (!inHand.add(page.id())) {
            return false;
        }
        ReceiverLane lane = lanes.get(page.receiver());
        if (lane == null) {
            problems.report(
                    PART, "A rota names a receiver that is not configured; its pages go to the default receiver.");
            lane = lanes.get(defaultReceivers.get(0));
        }
        if (lane != null) {
            lane.offer(page, fresh);
        }
        return true;
    }

    @Override
    public void close() {
        takeOver.close();
        lanes.values().forEach(ReceiverLane::close);
    }
}
