package org.wardlight.app.roles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wardlight.app.configuration.Configuration;
import org.wardlight.app.configuration.ConfigurationRefused;
import org.wardlight.app.configuration.WardlightSettings;
import org.wardlight.station.plan.WardPlan;

final class ProductionRolesTest {

    private static final String WHOLE = """
            wardlight:
              kafka:
                bootstrap-servers: kafka-1:9092,kafka-2:9092
              ingest:
                mqtt:
                  uri: ssl://mqtt.example:8883
                  username: bridge
                  password: not-shown
              job:
                parallelism: 2
                out-of-orderness: 300ms
                checkpoints:
                  directory: file:///var/lib/wardlight/checkpoints
              alerting:
                store:
                  file: /var/lib/wardlight/alarms.db
                http:
                  service-token: 0123456789abcdef
                paging:
                  default-receivers: charge-nurse
                  receivers:
                    charge-nurse:
                      uri: https://pager.example/hook
                      secret: whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=
              station:
                alerting:
                  service-token: 0123456789abcdef
                one-time-password: k7f-2mq
                plan: %s
                register:
                  file: /var/lib/wardlight/register.db
              canary:
                wards: [ward-7, ward-8]
                hook:
                  secret: whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=
                receivers:
                  engineer: {kind: pagerduty, secret: 0123456789abcdef0123456789abcdef}
                heartbeat: https://monitor.example/beat
            """;

    @TempDir
    Path folder;

    @Test
    void acceptsAWholeConfigurationForEveryRole() throws IOException {
        WardlightSettings settings = load(WHOLE.formatted(wardPlan()));

        ProductionRoles.all()
                .forEach((name, factory) ->
                        assertThatCode(() -> factory.prepare(settings)).as(name).doesNotThrowAnyException());
    }

    @Test
    void namesWhatARoleCannotDoWithout() throws IOException {
        WardlightSettings nothing = load("");

        assertThatCode(() -> IngestRole.prepare(nothing)).doesNotThrowAnyException();
        assertThat(problems(() -> JobRole.prepare(nothing)))
                .containsExactly("wardlight.job.checkpoints.directory is required");
        assertThat(problems(() -> AlertingRole.prepare(nothing)))
                .containsExactly(
                        "wardlight.alerting.store.file is required",
                        "wardlight.alerting.http.service-token is required",
                        "wardlight.alerting.paging.default-receivers is required");
        assertThat(problems(() -> StationRole.prepare(nothing)))
                .containsExactly(
                        "wardlight.station.alerting.service-token is required",
                        "wardlight.station.one-time-password is required",
                        "wardlight.station.plan is required",
                        "wardlight.station.register.file is required");
    }

    @Test
    void theCanaryRefusesWhatWouldProveNothing() throws IOException {
        assertThat(problems(() -> CanaryRole.prepare(load(""))))
                .containsExactly(
                        "wardlight.canary.wards is required",
                        "wardlight.canary.hook.secret is required",
                        "wardlight.canary.receivers must name at least one, or nobody is told that the path is broken");
        String whole = WHOLE.formatted(wardPlan());
        assertThat(problems(() -> CanaryRole.prepare(load(whole.replace(
                                "default-receivers: charge-nurse",
                                "default-receivers: charge-nurse\n      page-from: high")
                        .replace("alerting:\n    store", "alerting:\n    escalation: {hold-off: 2m}\n    store")))))
                .hasSize(2)
                .anyMatch(problem -> problem.startsWith("wardlight.alerting.escalation.hold-off must be 60s at most"))
                .anyMatch(problem -> problem.startsWith("wardlight.alerting.paging.page-from must be low or medium"));
        assertThat(problems(() -> CanaryRole.prepare(load(whole.replace("[ward-7, ward-8]", "[ward 7]")
                        .replace(
                                "engineer: {kind: pagerduty, secret: 0123456789abcdef0123456789abcdef}",
                                "engineer: {kind: pagerduty, secret: short}")))))
                .containsExactly(
                        "wardlight.canary.wards no device can be named after \"ward 7\"",
                        "wardlight.canary.receivers.engineer.secret must be the integration key of 32 letters and"
                                + " digits");
    }

    @Test
    void saysWhatARoleSaysUnderTheKeysOfTheFile() throws IOException {
        WardlightSettings settings = load(WHOLE.formatted(wardPlan())
                .replace("kafka-1:9092,kafka-2:9092", "nowhere")
                .replace("ssl://mqtt.example:8883", "http://mqtt.example")
                .replace("parallelism: 2", "parallelism: 999")
                .replace("https://pager.example/hook", "http://pager.example/hook"));

        assertThat(problems(() -> IngestRole.prepare(settings)))
                .hasSize(2)
                .anyMatch(problem -> problem.startsWith("wardlight.kafka.bootstrap-servers must be host:port"))
                .anyMatch(problem -> problem.startsWith("wardlight.ingest.mqtt.uri must be tcp://"));
        assertThat(problems(() -> JobRole.prepare(settings)))
                .containsExactly("wardlight.job.parallelism must lie between 1 and 128, not 999");
        assertThat(problems(() -> AlertingRole.prepare(settings)))
                .containsExactly("wardlight.alerting.paging.receivers.charge-nurse.uri must be https unless private"
                        + " targets are allowed");
    }

    @Test
    void receiversAreOfFiveKindsAndEachSaysWhatItLacks() throws IOException {
        String whole = WHOLE.formatted(wardPlan());
        String others = """
                receivers:
                        a: {kind: pagerduty, secret: 0123456789abcdef0123456789abcdef}
                        b: {kind: slack, secret: "https://hooks.example/x"}
                        c: {kind: teams, secret: "https://flow.example/x"}
                        d: {kind: mail, uri: "smtps://mail.example:465", from: a@b.example, to: [c@d.example]}
                """;

        assertThatCode(() -> AlertingRole.prepare(
                        load(whole.replace("receivers:\n        charge", others + "        charge"))))
                .doesNotThrowAnyException();
        assertThat(problems(() -> AlertingRole.prepare(
                        load(whole.replace("uri: https://pager", "kind: pigeon\n          uri: https://pager")))))
                .containsExactly(
                        "wardlight.alerting.paging.receivers.charge-nurse.kind must be webhook, pagerduty, slack,"
                                + " teams or mail, not 'pigeon'");
        assertThat(problems(() ->
                        AlertingRole.prepare(load(whole.replace("uri: https://pager.example/hook", "kind: mail")))))
                .containsExactly(
                        "wardlight.alerting.paging.receivers.charge-nurse.uri is required",
                        "wardlight.alerting.paging.receivers.charge-nurse.from is required",
                        "wardlight.alerting.paging.receivers.charge-nurse.to is required");
        assertThat(problems(() ->
                        AlertingRole.prepare(load(whole.replace("uri: https://pager.example/hook", "kind: slack")))))
                .containsExactly(
                        "wardlight.alerting.paging.receivers.charge-nurse.secret must be an http or https address");
    }

    @Test
    void registerIsInAFileOrInPostgresql() throws IOException {
        String whole = WHOLE.formatted(wardPlan());
        String file = "file: /var/lib/wardlight/register.db";
        String url = "url: jdbc:postgresql://db.example/ward?sslmode=verify-full";

        assertThatCode(() -> StationRole.prepare(load(whole.replace(file, url + "\n      user: ward"))))
                .doesNotThrowAnyException();
        assertThat(problems(() -> StationRole.prepare(load(whole.replace(file, url)))))
                .containsExactly("wardlight.station.register.user is missing");
        assertThat(problems(() -> StationRole.prepare(load(whole.replace(file, file + "\n      " + url)))))
                .containsExactly("wardlight.station.register.file excludes wardlight.station.register.url");
    }

    @Test
    void namesEveryProblemOfTheWardPlan() throws IOException {
        Path plan = Files.writeString(folder.resolve("bad.yaml"), "site: x\nbeds: []\n", StandardCharsets.UTF_8);

        assertThat(problems(() -> StationRole.prepare(load(WHOLE.formatted(plan)))))
                .isNotEmpty()
                .allMatch(problem -> problem.startsWith("wardlight.station.plan "));
    }

    private static List<String> problems(PreparesARole role) {
        try {
            role.prepare();
        } catch (ConfigurationRefused refused) {
            return refused.problems();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        throw new AssertionError("the settings were accepted");
    }

    private Path wardPlan() throws IOException {
        Path plan = folder.resolve("ward.yaml");
        try (var in = getClass().getResourceAsStream(WardPlan.DEMO)) {
            assertThat(in).isNotNull();
            Files.write(plan, Objects.requireNonNull(in).readAllBytes());
        }
        return plan;
    }

    private WardlightSettings load(String yaml) throws IOException {
        Path file = Files.writeString(folder.resolve("wardlight.yaml"), yaml, StandardCharsets.UTF_8);
        return Configuration.load(Optional.of(file), Map.of()).settings();
    }

    private interface PreparesARole {
        void prepare() throws IOException;
    }
}
