package org.wardlight.trends;

import java.util.ArrayList;
import java.util.List;
import org.wardlight.trends.store.Retention;
import org.wardlight.trends.store.StoreSettings;

/**
 * How trends are written and read.
 *
 * @param kafkaBootstrap host:port of Kafka, several with commas
 * @param store where trends are kept
 * @param retention for how long
 * @param batchSize how many records one write takes at most
 */
public record TrendsConfig(String kafkaBootstrap, StoreSettings store, Retention retention, int batchSize) {

    /** Rows that one write takes at most, unless told otherwise. */
    public static final int DEFAULT_BATCH_SIZE = 2000;

    private static final int LARGEST_BATCH = 20_000;

    /** @throws IllegalArgumentException naming every problem by its key */
    public TrendsConfig {
        List<String> problems = new ArrayList<>();
        if (kafkaBootstrap.isBlank()) {
            problems.add("kafka.bootstrap-servers must not be empty");
        }
        problems.addAll(store.problems("trends"));
        problems.addAll(retention.problems("trends.retention"));
        if (batchSize < 1 || batchSize > LARGEST_BATCH) {
            problems.add("trends.batch-size must lie between 1 and " + LARGEST_BATCH + ", not " + batchSize);
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException("trends are not configured well:\n  " + String.join("\n  ", problems));
        }
    }

    /** Everything but the addresses at its default. */
    public static TrendsConfig of(String kafkaBootstrap, StoreSettings store) {
        return new TrendsConfig(kafkaBootstrap, store, Retention.STANDARD, DEFAULT_BATCH_SIZE);
    }
}
