package org.wardlight.trends;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.Producer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wardlight.events.WardClock;
import org.wardlight.trends.reading.TrendReader;
import org.wardlight.trends.store.StoreSettings;
import org.wardlight.trends.store.TrendStore;
import org.wardlight.trends.writing.TrendWriter;

/** Trends: windows, scores and alarm events go from the log to the store, and are read back. Hosted by the station. */
public final class TrendsApp implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TrendsApp.class);
    private static final Duration FIRST_PRUNING = Duration.ofMinutes(2);
    private static final Duration BETWEEN_PRUNINGS = Duration.ofDays(1);

    private final TrendStore store;
    private final Producer<String, byte[]> letters;
    private final TrendWriter writer;
    private final ScheduledExecutorService pruning;

    private TrendsApp(TrendsConfig config, MeterRegistry meters, WardClock clock) {
        store = TrendStore.open(config.store(), config.retention());
        letters = KafkaClients.letters(config.kafkaBootstrap());
        writer = new TrendWriter(
                new TrendWriter.Log(KafkaClients.rows(config), letters), store, meters, System::nanoTime);
        pruning = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "trends-pruning");
            thread.setDaemon(true);
            return thread;
        });
        var unused = pruning.scheduleWithFixedDelay(
                () -> prune(clock), FIRST_PRUNING.toMinutes(), BETWEEN_PRUNINGS.toMinutes(), TimeUnit.MINUTES);
        writer.start();
    }

    /** Starts to write. Neither the log nor the store need be there yet. */
    public static TrendsApp start(TrendsConfig config, MeterRegistry meters, WardClock clock) {
        TrendsApp app = new TrendsApp(config, meters, clock);
        StoreSettings store = config.store();
        LOG.info("part=trends started store={} uri={}", store.kind(), store.uri());
        return app;
    }

    /** What does not work: part to one sentence; empty when healthy. */
    public Map<String, String> problems() {
        return writer.problems();
    }

    /** Reads what was written. */
    public TrendReader reader() {
        return store.reader();
    }

    /** Ends writing; what the store has not accepted is written at the next start. */
    @Override
    public void close() {
        pruning.shutdownNow();
        writer.close();
        letters.close(Duration.ofMillis(300));
        store.close();
    }

    private void prune(WardClock clock) {
        try {
            store.prune(clock.instant());
        } catch (RuntimeException e) {
            LOG.warn("part=trends old ten-second windows were not removed; tried again tomorrow", e);
        }
    }
}
