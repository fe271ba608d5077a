package org.wardlight.app.roles;

import org.wardlight.app.configuration.IngestSettings;
import org.wardlight.app.configuration.IngestSettings.MqttSettings;
import org.wardlight.app.configuration.WardlightSettings;
import org.wardlight.app.roles.RoleFactory.PreparedRole;
import org.wardlight.ingest.IngestApp;
import org.wardlight.ingest.IngestConfig;

/** From settings to a running ingest. */
final class IngestRole {

    private static final String NAME = "ingest";

    private IngestRole() {}

    static PreparedRole prepare(WardlightSettings settings) {
        IngestConfig config = new RoleProblems(NAME).check(() -> config(settings));
        return around -> {
            IngestApp app = IngestApp.start(config, around.meters(), around.clock());
            return new RunningRole(NAME, app::problems, app, config.mqtt().uri().toString());
        };
    }

    private static IngestConfig config(WardlightSettings settings) {
        IngestSettings ingest = settings.ingest();
        MqttSettings mqtt = ingest.mqtt();
        return new IngestConfig(
                new IngestConfig.Kafka(settings.kafka().bootstrapServers()),
                new IngestConfig.Mqtt(
                        mqtt.uri(),
                        mqtt.subscriptions(),
                        mqtt.clientId(),
                        mqtt.username().orElse(null),
                        mqtt.password().orElse(null)),
                ingest.maxInFlight(),
                ingest.payloadLimit(),
                ingest.tickInterval());
    }
}
