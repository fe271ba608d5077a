package org.wardlight.trends.store;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where trends are kept. The token is never printed.
 *
 * @param kind what speaks there
 * @param uri http or https address
 * @param token may write and read the bucket; empty when the store asks for none
 * @param org name or id of the organisation; when absent, the one that the bucket belongs to
 * @param bucket where rows go; without meaning to QuestDB, but never empty
 */
public record StoreSettings(
        StoreKind kind, URI uri, String token, @Nullable String org, String bucket) {

    private static final Set<String> SCHEMES = Set.of("http", "https");

    /** A QuestDB at this address. */
    public static StoreSettings questDb(URI uri) {
        return new StoreSettings(StoreKind.QUESTDB, uri, "", null, "wardlight");
    }

    /** An InfluxDB at this address; its organisation is found by the bucket. */
    public static StoreSettings influxDb(URI uri, String token, String bucket) {
        return new StoreSettings(StoreKind.INFLUXDB, uri, token, null, bucket);
    }

    /** Every problem by its key. */
    public List<String> problems(String prefix) {
        List<String> problems = new ArrayList<>();
        if (uri.getHost() == null || !SCHEMES.contains(String.valueOf(uri.getScheme()))) {
            problems.add(prefix + ".uri must be an http or https address, not '" + uri + "'");
        }
        if (bucket.isBlank()) {
            problems.add(prefix + ".bucket must not be empty");
        }
        if (token.isBlank() && kind == StoreKind.INFLUXDB) {
            problems.add(prefix + ".token must not be empty for InfluxDB");
        }
        if (org != null && org.isBlank()) {
            problems.add(prefix + ".org must not be empty when it is given");
        }
        return problems;
    }

    /** Whether nothing crosses a network. */
    boolean isLoopback() {
        return Set.of("127.0.0.1", "localhost", "[::1]").contains(uri.getHost());
    }

    @Override
    public String toString() {
        return "StoreSettings[kind=" + kind + ", uri=" + uri + ", token=***, org=" + org + ", bucket=" + bucket + "]";
    }
}
