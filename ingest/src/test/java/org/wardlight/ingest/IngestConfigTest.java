package org.wardlight.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class IngestConfigTest {

    @Test
    void defaultsSuitProduction() {
        // when
        IngestConfig config = IngestConfig.of("kafka:9092", URI.create("tcp://broker:1883"));

        // then
        assertThat(config.mqtt().subscriptions()).containsExactly("$share/ingest/wardlight/v1/#");
        assertThat(config.mqtt().clientId()).isEqualTo("wardlight-ingest");
        assertThat(config.maxInFlight()).isEqualTo(500);
        assertThat(config.payloadLimitBytes()).isEqualTo(262_144);
        assertThat(config.tickInterval()).isEqualTo(Duration.ofMillis(250));
        assertThat(config.withSubscriptions("#").mqtt().subscriptions()).containsExactly("#");
    }

    @Test
    void namesEveryWrongKeyAtOnce() {
        // given
        IngestConfig.Mqtt mqtt = new IngestConfig.Mqtt(URI.create("http://x"), List.of("a/#/b"), "", null, "secret");

        // then
        assertThatThrownBy(() -> new IngestConfig(new IngestConfig.Kafka("kafka"), mqtt, 0, 1, Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(
                        "ingest.kafka.bootstrap-servers",
                        "ingest.mqtt.uri",
                        "ingest.mqtt.subscriptions",
                        "ingest.mqtt.client-id",
                        "ingest.mqtt.username",
                        "ingest.max-in-flight",
                        "ingest.payload-limit",
                        "ingest.tick-interval")
                .hasMessageNotContaining("secret");
    }

    @Test
    void keepsThePasswordOutOfItsText() {
        // when
        IngestConfig.Mqtt mqtt =
                new IngestConfig.Mqtt(URI.create("tcp://broker:1883"), List.of("#"), "bridge-1", "ingest", "secret");

        // then
        assertThat(mqtt.toString()).contains("ingest").doesNotContain("secret");
    }
}
