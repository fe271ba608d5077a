package org.wardlight.alerting;

import java.util.List;

/**
 * Where the log is.
 *
 * @param bootstrapServers host:port, comma-separated
 */
public record KafkaSettings(String bootstrapServers) {

    List<String> problems(String prefix) {
        return bootstrapServers.isBlank() ? List.of(prefix + ".bootstrapServers: must not be empty") : List.of();
    }
}
