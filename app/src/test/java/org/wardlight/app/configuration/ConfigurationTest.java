package org.wardlight.app.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConfigurationTest {

    private static final Path REFERENCE = Path.of("..", "docs", "configuration.md");

    @TempDir
    Path folder;

    @Test
    void startsFromTheDefaults() {
        WardlightSettings settings = load("", Map.of()).settings();

        assertThat(settings.kafka().bootstrapServers()).isEqualTo("127.0.0.1:9092");
        assertThat(settings.ops().port()).isEqualTo(8081);
    }

    @Test
    void letsTheFileOverrideDefaultsAndTheEnvironmentTheFile() {
        String file = """
                wardlight:
                  kafka:
                    bootstrap-servers: kafka-1:9092,kafka-2:9092
                  ops:
                    port: 9000
                """;

        Configuration configuration = load(file, Map.of("WARDLIGHT_OPS_PORT", "9001", "PATH", "/bin"));

        assertThat(configuration.settings().kafka().bootstrapServers()).isEqualTo("kafka-1:9092,kafka-2:9092");
        assertThat(configuration.settings().ops().port()).isEqualTo(9001);
        assertThat(configuration.effective())
                .contains("wardlight.kafka.bootstrap-servers: kafka-1:9092,kafka-2:9092   # file")
                .contains("wardlight.ops.port: 9001   # environment")
                .contains("wardlight.ops.host: 127.0.0.1");
    }

    @Test
    void namesEveryProblemAtOnce() {
        String file = """
                wardlight:
                  ops:
                    port: many
                    colour: green
                  injest:
                    x: 1
                """;

        assertThatThrownBy(() -> load(file, Map.of("WARDLIGHT_OPS_PROT", "1")))
                .isInstanceOfSatisfying(ConfigurationRefused.class, refused -> assertThat(refused.problems())
                        .hasSize(4)
                        .contains("WARDLIGHT_OPS_PROT is not a setting")
                        .contains("wardlight.injest.x is not a setting")
                        .contains("wardlight.ops.colour is not a setting")
                        .anyMatch(problem -> problem.startsWith("wardlight.ops.port") && problem.contains("many")));
    }

    @Test
    void takesSecretsFromTheEnvironmentAndNeverShowsThem() {
        String file = """
                wardlight:
                  alerting:
                    paging:
                      receivers:
                        charge-nurse:
                          uri: https://pager.example/hook
                """;

        Configuration configuration = load(
                file,
                Map.of(
                        "WARDLIGHT_ALERTING_PAGING_RECEIVERS_CHARGE_NURSE_SECRET", "whsec_open",
                        "WARDLIGHT_ALERTING_ESCALATION_HIGH", "45s"));

        AlertingSettings alerting = configuration.settings().alerting();
        assertThat(alerting.paging().receivers()).containsOnlyKeys("charge-nurse");
        assertThat(alerting.escalation().high()).isEqualTo(Duration.ofSeconds(45));
        assertThat(configuration.effective())
                .contains("wardlight.alerting.paging.receivers.charge-nurse.secret: (hidden)   # environment")
                .contains("wardlight.alerting.paging.receivers.charge-nurse.uri: https://pager.example/hook   # file")
                .noneMatch(line -> line.contains("whsec_open"));
    }

    @Test
    void readsDurationsAsPeopleWriteThem() {
        DurationText text = new DurationText();

        assertThat(text.convert("250ms")).isEqualTo(Duration.ofMillis(250));
        assertThat(text.convert("5m")).isEqualTo(Duration.ofMinutes(5));
        assertThat(text.convert("PT1H")).isEqualTo(Duration.ofHours(1));
        assertThatThrownBy(() -> text.convert("soon")).hasMessageContaining("such as 250ms");
    }

    @Test
    void saysWhatIsWrongWithTheFileItself() {
        assertThatThrownBy(() -> Configuration.load(Optional.of(folder.resolve("missing.yaml")), Map.of()))
                .isInstanceOf(ConfigurationRefused.class)
                .hasMessageContaining("cannot be read");
        assertThatThrownBy(() -> load("a: [", Map.of()))
                .isInstanceOf(ConfigurationRefused.class)
                .hasMessageContaining("is not YAML");
    }

    /** To write it anew: {@code ./wardlight config docs > docs/configuration.md}. */
    @Test
    void matchesThePublishedReference() throws IOException {
        assertThat(Files.readString(REFERENCE, StandardCharsets.UTF_8)).isEqualTo(ConfigurationReference.markdown());
    }

    private Configuration load(String yaml, Map<String, String> environment) {
        try {
            Path file = Files.writeString(folder.resolve("wardlight.yaml"), yaml, StandardCharsets.UTF_8);
            return Configuration.load(Optional.of(file), environment);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
