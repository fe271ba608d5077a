package org.wardlight.app.ward;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import org.wardlight.app.station.StationClient;
import picocli.CommandLine.Option;

/** Why something is changed; the station asks for it where it must be known. */
final class ReasonOption {

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why, for the record of changes.")
    private @Nullable String reason;

    /** The body of a request that begins with the reason. */
    ObjectNode body() {
        ObjectNode body = StationClient.body();
        optional(body, "reason", reason);
        return body;
    }

    static void optional(ObjectNode body, String key, @Nullable String value) {
        if (value != null) {
            body.put(key, value);
        }
    }
}
