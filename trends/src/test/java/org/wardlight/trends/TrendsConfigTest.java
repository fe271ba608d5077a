package org.wardlight.trends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.wardlight.trends.store.Retention;
import org.wardlight.trends.store.StoreKind;
import org.wardlight.trends.store.StoreSettings;

class TrendsConfigTest {

    @Test
    void namesEveryProblemAtOnce() {
        StoreSettings store = new StoreSettings(StoreKind.INFLUXDB, URI.create("ftp://trends"), " ", "", " ");
        Retention retention = new Retention(Duration.ofHours(1), Duration.ofDays(-1));

        assertThatThrownBy(() -> new TrendsConfig("", store, retention, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(
                        "kafka.bootstrap-servers",
                        "trends.uri",
                        "trends.token",
                        "trends.org",
                        "trends.bucket",
                        "trends.retention.fine",
                        "trends.retention.long",
                        "trends.batch-size");
    }

    @Test
    void neverPrintsTheToken() {
        StoreSettings store = StoreSettings.influxDb(URI.create("http://127.0.0.1:8086"), "very-secret", "trends");

        assertThat(TrendsConfig.of("127.0.0.1:9092", store).toString())
                .contains("trends", "8086")
                .doesNotContain("very-secret");
    }

    @Test
    void aQuestDbNeedsNoToken() {
        StoreSettings store = StoreSettings.questDb(URI.create("http://127.0.0.1:9000"));

        assertThat(TrendsConfig.of("127.0.0.1:9092", store).batchSize()).isEqualTo(2000);
    }
}
