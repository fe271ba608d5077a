package org.wardlight.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.wardlight.database.DatabaseSettings.Postgresql;
import org.wardlight.station.StationConfig.Alerting;
import org.wardlight.station.StationConfig.Http;
import org.wardlight.station.StationConfig.Pager;
import org.wardlight.station.StationConfig.Register;
import org.wardlight.station.plan.WardPlan;

class StationConfigTest {

    private static final String TOKEN = "0123456789abcdef";
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    @Test
    void everyProblemIsToldAtOnceByItsKey() {
        assertThatThrownBy(() -> new StationConfig(
                        new Http("0.0.0.0", 70_000, false),
                        " ",
                        new Alerting(URI.create("ftp://x"), "short"),
                        WardPlan.demo(),
                        new Register(new Postgresql("jdbc:odd", "", "hunter2"), Duration.ofHours(-1)),
                        null,
                        "abc",
                        true,
                        null,
                        new Pager("whsec_short")))
                .hasMessageContaining("station.http.host")
                .hasMessageContaining("station.http.port")
                .hasMessageContaining("station.kafka.bootstrap")
                .hasMessageContaining("station.alerting.uri")
                .hasMessageContaining("station.alerting.service-token")
                .hasMessageContaining("station.register.url")
                .hasMessageContaining("station.register.user")
                .hasMessageContaining("station.register.admitted-before")
                .hasMessageContaining("station.one-time-password")
                .hasMessageContaining("station.anonymous-view")
                .hasMessageContaining("station.demo-pager.secret");
    }

    @Test
    void withoutTlsInFrontOnlyLoopbackIsListenedOn() {
        assertThatThrownBy(() -> config(new Http("0.0.0.0", 8080, false), false))
                .hasMessageContaining("behind-tls");
        assertThat(config(new Http("0.0.0.0", 8080, true), false).http().isLoopback())
                .isFalse();
    }

    @Test
    void anonymousViewIsForLoopbackOnly() {
        assertThatThrownBy(() -> config(new Http("0.0.0.0", 8080, true), true))
                .hasMessageContaining("station.anonymous-view");
        assertThat(config(new Http("127.0.0.1", 8080, false), true).anonymousView())
                .isTrue();
    }

    @Test
    void secretsAreNotPrinted() {
        assertThat(config(new Http("127.0.0.1", 0, false), false).toString())
                .doesNotContain(TOKEN)
                .doesNotContain(SECRET)
                .doesNotContain("hunter2")
                .doesNotContain("k7f-2mq");
    }

    private static StationConfig config(Http http, boolean anonymousView) {
        return new StationConfig(
                http,
                "127.0.0.1:9092",
                new Alerting(URI.create("http://127.0.0.1:8081"), TOKEN),
                WardPlan.demo(),
                new Register(new Postgresql("jdbc:postgresql://db/ward", "ward", "hunter2")),
                null,
                "k7f-2mq",
                anonymousView,
                null,
                new Pager(SECRET));
    }
}
