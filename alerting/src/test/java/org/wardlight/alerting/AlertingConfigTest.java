package org.wardlight.alerting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.wardlight.alerting.alarm.AlarmPolicy;
import org.wardlight.alerting.alarm.EscalationTimes;
import org.wardlight.alerting.alarm.TimesByPriority;
import org.wardlight.alerting.channel.Target;
import org.wardlight.alerting.commands.ApiSettings;
import org.wardlight.alerting.paging.Delivery;
import org.wardlight.alerting.paging.PagingSettings;
import org.wardlight.alerting.paging.Receiver;
import org.wardlight.database.DatabaseSettings;

class AlertingConfigTest {

    @Test
    void namesEveryProblemByItsKeyAtOnce() {
        assertThatThrownBy(() -> new AlertingConfig(
                        new KafkaSettings(""),
                        new DatabaseSettings.SqliteFile(Path.of("alerting.db")),
                        new ApiSettings("127.0.0.1", 70_000, "short"),
                        AlarmPolicy.standard()
                                .withTimes(EscalationTimes.standard()
                                        .answeringWithin(new TimesByPriority(
                                                Duration.ZERO, Duration.ofMinutes(3), Duration.ofMinutes(15)))),
                        new PagingSettings(
                                Map.of(
                                        "pager",
                                        new Receiver(
                                                new Target.Webhook(URI.create("http://pager.example/x"), "secret"),
                                                "nobody")),
                                List.of("nobody"),
                                false,
                                Delivery.standard())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(
                        "alerting.kafka.bootstrapServers",
                        "alerting.http.port",
                        "alerting.http.serviceToken",
                        "alerting.escalation.high",
                        "alerting.paging.receivers.pager.uri",
                        "alerting.paging.receivers.pager.secret",
                        "alerting.paging.receivers.pager.second",
                        "alerting.paging.defaultReceivers");
    }

    @Test
    void keepsSecretsOutOfItsText() {
        assertThat(Receiver.webhook(URI.create("https://pager.example/x"), TestWard.SECRET)
                        .toString())
                .doesNotContain("whsec_");
        assertThat(ApiSettings.loopback(0, TestWard.TOKEN).toString()).doesNotContain(TestWard.TOKEN);
    }
}
