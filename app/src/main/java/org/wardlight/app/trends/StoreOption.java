package org.wardlight.app.trends;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wardlight.app.terminal.CommandFailure;
import org.wardlight.trends.store.StoreKind;
import org.wardlight.trends.store.StoreSettings;
import picocli.CommandLine.Option;

/** Which trend store a tool talks to. */
final class StoreOption {

    @Option(names = "--uri", paramLabel = "URI", description = "Address of the store.")
    private @Nullable URI uri;

    @Option(names = "--kind", paramLabel = "KIND", description = "influxdb or questdb (default: ${DEFAULT-VALUE}).")
    private String kind = "influxdb";

    @Option(
            names = "--token",
            paramLabel = "TOKEN",
            description = "May read and write the bucket (default: the one in WARDLIGHT_TRENDS_TOKEN).")
    private @Nullable String token;

    @Option(names = "--org", paramLabel = "ORG", description = "Organisation (default: the bucket's).")
    private @Nullable String org;

    @Option(names = "--bucket", paramLabel = "NAME", description = "Where rows go (default: ${DEFAULT-VALUE}).")
    private String bucket = "wardlight";

    /**
     * The store, if one is named.
     *
     * @throws CommandFailure when it is not named well
     */
    Optional<StoreSettings> settings() {
        if (uri == null) {
            return Optional.empty();
        }
        StoreSettings settings = new StoreSettings(kind(), uri, secret(), org, bucket);
        List<String> problems = settings.problems("-");
        if (!problems.isEmpty()) {
            throw CommandFailure.usage(
                    String.join("; ", problems).replace("-.", "--") + ".", "See: wardlight trends --help");
        }
        return Optional.of(settings);
    }

    private StoreKind kind() {
        try {
            return StoreKind.valueOf(kind.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw CommandFailure.usage("--kind must be influxdb or questdb, not '" + kind + "'.", "Leave it out.");
        }
    }

    /** On a command line others see it. */
    private String secret() {
        return token != null ? token : System.getenv().getOrDefault("WARDLIGHT_TRENDS_TOKEN", "");
    }
}
