package org.wardlight.app.trends;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wardlight.app.configuration.ConfigOption;
import org.wardlight.app.configuration.TrendsSettings;
import org.wardlight.app.terminal.CommandFailure;
import org.wardlight.trends.store.StoreKind;
import org.wardlight.trends.store.StoreSettings;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which trend store a tool talks to: what the command line says, and for the rest what the role would be configured with. */
final class StoreOption {

    @Mixin
    private ConfigOption config = new ConfigOption();

    @Option(names = "--uri", paramLabel = "URI", description = "Address of the store.")
    private @Nullable URI uri;

    @Option(names = "--kind", paramLabel = "KIND", description = "influxdb or questdb (default: influxdb).")
    private @Nullable String kind;

    @Option(
            names = "--token",
            paramLabel = "TOKEN",
            description = "May read and write the bucket (default: the one in WARDLIGHT_TRENDS_TOKEN).")
    private @Nullable String token;

    @Option(names = "--org", paramLabel = "ORG", description = "Organisation (default: the bucket's).")
    private @Nullable String org;

    @Option(names = "--bucket", paramLabel = "NAME", description = "Where rows go (default: wardlight).")
    private @Nullable String bucket;

    /** Whether the command line itself says where: nothing less allows writing more than a row. */
    boolean isNamed() {
        return uri != null;
    }

    /**
     * The store, if one is named or configured.
     *
     * @throws CommandFailure when it is not named well, or the configuration cannot be used
     */
    Optional<StoreSettings> settings() {
        TrendsSettings configured = config.load().settings().trends();
        return Optional.ofNullable(uri).or(configured::uri).map(address -> checked(address, configured));
    }

    private StoreSettings checked(URI address, TrendsSettings configured) {
        StoreSettings settings = new StoreSettings(
                kind(given(kind, configured.kind())),
                address,
                given(token, configured.token().orElse("")),
                org != null ? org : configured.org().orElse(null),
                given(bucket, configured.bucket()));
        List<String> problems = settings.problems("-");
        if (!problems.isEmpty()) {
            throw CommandFailure.usage(
                    String.join("; ", problems).replace("-.", "--") + ".", "See: wardlight trends --help");
        }
        return settings;
    }

    private static String given(@Nullable String option, String otherwise) {
        return option != null ? option : otherwise;
    }

    private static StoreKind kind(String name) {
        try {
            return StoreKind.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw CommandFailure.usage("--kind must be influxdb or questdb, not '" + name + "'.", "Leave it out.");
        }
    }
}
