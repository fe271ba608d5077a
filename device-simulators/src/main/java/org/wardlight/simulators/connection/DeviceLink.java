package org.wardlight.simulators.connection;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings publications to the broker over one connection, in order, and keeps them until they are acknowledged. A lost
 * connection is tried again after 1 to 5 s (jitter, so that a ward does not come back all at once); what was on the way is
 * sent again with the same (boot, seq). Used on the loop only, except for the volatile views.
 */
public final class DeviceLink {

    private static final Logger LOG = LoggerFactory.getLogger(DeviceLink.class);

    private static final int LEAST_WAIT_MILLIS = 1_000;
    private static final int MOST_WAIT_MILLIS = 5_000;
    private static final int FAST_CONNECT_SPREAD_MILLIS = 250;

    private final LinkSettings settings;
    private final Surroundings around;
    private final Supplier<List<Publication.Status>> statuses;
    private final Outbox<Publication> outbox;

    private @Nullable MqttSession session;
    private boolean closed;
    private boolean cleanStart = true;
    private volatile boolean online;
    private volatile boolean cut;
    private volatile @Nullable String trouble = "not connected yet";

    /**
     * What all links share.
     *
     * @param loop the thread they live on
     * @param blocking runs what may block, such as closing sockets
     * @param clock ward time
     * @param ledger notes what was published and acknowledged
     * @param figures counts
     */
    public record Surroundings(Loop loop, Executor blocking, InstantSource clock, Ledger ledger, LinkFigures figures) {}

    /**
     * A link that is not yet connected.
     *
     * @param statuses what to announce, retained, after each connect
     */
    public DeviceLink(LinkSettings settings, Surroundings around, Supplier<List<Publication.Status>> statuses) {
        this.settings = settings;
        this.around = around;
        this.statuses = statuses;
        this.outbox = new Outbox<>(settings.capacity(), settings.inFlight());
    }

    /** Connects soon, within a quarter of a second. */
    public void connectSoon() {
        around.loop()
                .after(
                        Duration.ofMillis(ThreadLocalRandom.current().nextInt(FAST_CONNECT_SPREAD_MILLIS)),
                        this::connect);
    }

    /** Publishes, or stores until it can. */
    public void send(Publication publication) {
        if (!outbox.offer(publication)) {
            around.figures().overflowed();
        }
        drain();
    }

    /** Loses the network, as when the Wi-Fi fails: the socket closes without a word. */
    public void cut() {
        cut = true;
        abandon(false);
    }

    /** Has the network again. */
    public void restore() {
        cut = false;
        connect();
    }

    /** Ends for good. */
    public void close() {
        closed = true;
        abandon(true);
    }

    /** Messages that are not acknowledged yet. */
    public int unacknowledged() {
        return outbox.size();
    }

    /** Why it is not connected, if it is not and should be. Any thread. */
    public Optional<String> problem() {
        return online || cut ? Optional.empty() : Optional.ofNullable(trouble);
    }

    void opened(MqttSession opened, int receiveMaximum) {
        if (opened != session || online) {
            around.blocking().execute(() -> opened.end(false));
            return;
        }
        online = true;
        trouble = null;
        cleanStart = false;
        around.figures().wentOnline();
        outbox.window(Math.min(settings.inFlight(), receiveMaximum));
        outbox.forget(Publication.Status.class::isInstance);
        statuses.get().forEach(outbox::putFirst);
        drain();
    }

    void lost(MqttSession which, String cause) {
        if (which != session) {
            return;
        }
        LOG.info("connection=lost cause=\"{}\"", cause);
        trouble = cause;
        abandon(false);
        int wait = ThreadLocalRandom.current().nextInt(LEAST_WAIT_MILLIS, MOST_WAIT_MILLIS);
        around.loop().after(Duration.ofMillis(wait), this::connect);
    }

    void acknowledged(MqttSession which, long ticket) {
        if (which != session) {
            return;
        }
        outbox.answered(ticket).ifPresent(publication -> {
            if (publication instanceof Publication.Reading reading) {
                around.ledger()
                        .acknowledged(
                                reading.message().deviceId(),
                                reading.message().boot(),
                                reading.message().seq());
                around.figures().acknowledged();
            }
        });
        drain();
    }

    void refused(MqttSession which, long ticket, int reasonCode) {
        if (which != session) {
            return;
        }
        LOG.warn("message=refused reason_code={}", reasonCode);
        around.figures().refused();
        outbox.answered(ticket);
        drain();
    }

    private void connect() {
        if (closed || cut || session != null) {
            return;
        }
        around.figures().attempt();
        try {
            MqttSession attempt = new MqttSession(settings, this, around.loop());
            session = attempt;
            attempt.connect(settings, cleanStart);
        } catch (MqttException e) {
            failed(e);
        }
    }

    private void drain() {
        MqttSession current = session;
        if (current == null || !online) {
            return;
        }
        Optional<Outbox.Ticket<Publication>> ticket = outbox.next();
        while (ticket.isPresent()) {
            try {
                publish(current, ticket.get());
            } catch (MqttException e) {
                failed(e);
                return;
            }
            ticket = outbox.next();
        }
    }

    private void publish(MqttSession current, Outbox.Ticket<Publication> ticket) throws MqttException {
        Publication publication = ticket.entry();
        if (publication instanceof Publication.Reading reading) {
            around.ledger()
                    .published(
                            reading.message().deviceId(),
                            reading.message().boot(),
                            reading.message().seq());
            around.figures().published();
        }
        current.publish(
                ticket.number(), publication, publication.payload(around.clock().instant()));
    }

    private void failed(MqttException cause) {
        MqttSession current = session;
        if (current != null) {
            lost(current, cause.toString());
        }
    }

    private void abandon(boolean farewell) {
        MqttSession former = session;
        session = null;
        if (online) {
            online = false;
            around.figures().wentOffline();
        }
        outbox.returnUnanswered();
        if (former != null) {
            around.blocking().execute(() -> former.end(farewell));
        }
    }
}
