package org.wardlight.trends.store;

import com.influxdb.exceptions.InfluxException;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a store made of some rows. */
public sealed interface StoreAnswer {

    /** All rows are kept. */
    record Accepted() implements StoreAnswer {}

    /**
     * At least one of the rows is of no use to the store, now and later.
     *
     * @param detail what the store says about it
     */
    record Refused(String detail) implements StoreAnswer {}

    /**
     * The store cannot take rows at the moment, whatever they are.
     *
     * @param reason a word for metrics
     * @param why for a person: the end of a sentence, and what to mend if a person can
     * @param retryAfter how long the store asks to be left alone, if it does
     */
    record TryAgain(String reason, String why, @Nullable Duration retryAfter) implements StoreAnswer {}

    /** What an error of the client means when rows were written. */
    static StoreAnswer ofWrite(InfluxException error, String bucket) {
        return switch (error.status()) {
            case 400, 413, 422 -> new Refused(String.valueOf(error.getMessage()));
            default -> trouble(error, bucket);
        };
    }

    /** What an error of the client means when nothing was written yet. */
    static TryAgain trouble(InfluxException error, String bucket) {
        int status = error.status();
        return switch (status) {
            case 0 -> silent();
            case 401 -> new TryAgain("unauthorized", "the store does not accept trends.token", null);
            case 403 -> new TryAgain("forbidden", "trends.token may not write to the bucket '" + bucket + "'", null);
            case 404 -> noBucket(bucket);
            case 429, 503 -> new TryAgain("busy", "the store is busy", retryAfter(error));
            default -> new TryAgain("error", "the store answers with an error (" + status + ")", retryAfter(error));
        };
    }

    /** Nobody answers. */
    static TryAgain silent() {
        return new TryAgain("silent", "the store does not answer", null);
    }

    /** The store is there, the bucket is not. */
    static TryAgain noBucket(String bucket) {
        return new TryAgain(
                "no-bucket", "the store has no bucket '" + bucket + "'; create it or correct trends.bucket", null);
    }

    private static @Nullable Duration retryAfter(InfluxException error) {
        return error.headers().entrySet().stream()
                .filter(header -> header.getKey().toLowerCase(Locale.ROOT).equals("retry-after"))
                .map(header -> header.getValue().strip())
                .filter(seconds -> seconds.matches("\\d{1,6}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                .findFirst()
                .orElse(null);
    }
}
