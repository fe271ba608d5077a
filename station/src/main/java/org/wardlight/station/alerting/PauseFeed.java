package org.wardlight.station.alerting;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wardlight.station.alerting.AlertingClient.Reply;
import org.wardlight.station.board.PauseInForce;

/**
 * Asks alerting every two seconds what keeps alarms quiet: a bed whose alarms are paused must show it, also while it has
 * none. When alerting does not answer, what was known stays; each pause has its end.
 */
public final class PauseFeed implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PauseFeed.class);
    private static final long EVERY_SECONDS = 2;

    private final AlertingClient alerting;
    private final Consumer<List<PauseInForce>> board;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread made = new Thread(task, "wardlight-station-pauses");
        made.setDaemon(true);
        return made;
    });
    private volatile @Nullable String problem;

    /** A feed that has not been started. */
    public PauseFeed(AlertingClient alerting, Consumer<List<PauseInForce>> board) {
        this.alerting = alerting;
        this.board = board;
    }

    /** Begins to ask. */
    public void start() {
        var unused = thread.scheduleWithFixedDelay(this::ask, 0, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    /** Why nothing is known; empty when alerting answers. */
    public Optional<String> problem() {
        return Optional.ofNullable(problem);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    private void ask() {
        try {
            Reply reply = alerting.get("/api/v1/pauses");
            if (reply.isDone()) {
                board.accept(pauses(reply.body()));
            }
            problem = reply.isDone() ? null : "Alerting does not say what is paused.";
        } catch (RuntimeException e) {
            problem = "Alerting's answer about pauses cannot be used.";
            LOG.warn("pauses cannot be used", e);
        }
    }

    private static List<PauseInForce> pauses(JsonNode list) {
        List<PauseInForce> pauses = new ArrayList<>();
        for (JsonNode each : list) {
            pauses.add(new PauseInForce(
                    each.path("patientRef").asText(),
                    each.path("kind").asText(),
                    each.path("rule").asText(),
                    each.path("until").asLong(),
                    each.path("actor").asText(),
                    each.path("reason").asText()));
        }
        return pauses;
    }
}
