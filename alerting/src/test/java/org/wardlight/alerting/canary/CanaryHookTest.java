package org.wardlight.alerting.canary;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.wardlight.alerting.TestWard;
import org.wardlight.alerting.channel.Channel;
import org.wardlight.alerting.channel.Network;
import org.wardlight.alerting.channel.Page;
import org.wardlight.alerting.channel.PageOutcome;
import org.wardlight.alerting.channel.Target;

/** Pages arrive there through the channel that alerting sends them by. */
class CanaryHookTest {

    private static final String PAGE = """
            {"type":"alarm.page","data":{"ward":"%s","deciding":{"device_time_ms":1772352000000}}}
            """;

    private final AtomicReference<Instant> measured = new AtomicReference<>();
    private final CanaryHook hook =
            new CanaryHook(new CanaryConfig.Hook("127.0.0.1", 0, "canary", TestWard.SECRET), (ward, when) -> {
                measured.set(when);
                return ward.equals("canary/ward-7");
            });

    @AfterEach
    void close() {
        hook.close();
    }

    @Test
    void takesAPageAboutItsCanary() throws InterruptedException {
        PageOutcome outcome = page("canary/ward-7", TestWard.SECRET);

        assertThat(outcome.kind()).isEqualTo(PageOutcome.Kind.DELIVERED);
        assertThat(measured.get()).isEqualTo("2026-03-01T08:00:00Z");
    }

    @Test
    void refusesAPageAboutPeopleSoThatSomebodyElseIsAsked() throws InterruptedException {
        PageOutcome outcome = page("ward-7", TestWard.SECRET);

        assertThat(outcome.kind()).isEqualTo(PageOutcome.Kind.REFUSED);
        assertThat(outcome.reason()).isEqualTo("http-422");
    }

    @Test
    void refusesAPageThatAnotherSecretSigned() throws InterruptedException {
        String another = "whsec_" + "B".repeat(32);

        PageOutcome outcome = page("canary/ward-7", another);

        assertThat(outcome.reason()).isEqualTo("http-401");
        assertThat(measured).hasNullValue();
    }

    private PageOutcome page(String ward, String secret) throws InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + hook.port() + "/page");
        Network network = Network.of(true, Duration.ofSeconds(2), Duration.ofSeconds(5), InstantSource.system());
        return Channel.to(new Target.Webhook(uri, secret), network).send(Page.of("id-1", PAGE.formatted(ward)));
    }
}
