package org.wardlight.alerting.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.wardlight.alerting.TestWard;
import org.wardlight.alerting.channel.PageOutcome.Kind;

/** What every channel does with every fault of its receiver, over real sockets and real TLS. */
@ParameterizedClass
@EnumSource(ChannelContractTest.Of.class)
class ChannelContractTest {

    private static final Duration PATIENCE = Duration.ofMillis(700);
    private static TestCertificates certificates;

    @Parameter
    private Of kind;

    /** A kind of receiver, and its target behind a scheme and port. */
    enum Of {
        WEBHOOK,
        PAGERDUTY,
        SLACK,
        TEAMS,
        MAIL;

        Target target(boolean tls, int port) {
            URI http = URI.create((tls ? "https" : "http") + "://localhost:" + port + "/hook");
            return switch (this) {
                case WEBHOOK -> new Target.Webhook(http, TestWard.SECRET);
                case PAGERDUTY -> new Target.PagerDuty(http, "0123456789abcdef0123456789abcdef");
                case SLACK -> new Target.Slack(http);
                case TEAMS -> new Target.Teams(http);
                case MAIL ->
                    new Target.Mail(
                            URI.create((tls ? "smtps" : "smtp") + "://localhost:" + port),
                            "ward@hospital.example",
                            List.of("on-call@hospital.example"),
                            "",
                            "");
            };
        }

        ScriptedServer server(@Nullable SSLContext tls) {
            return this == MAIL ? new ScriptedMail(tls) : new ScriptedHttp(tls);
        }
    }

    @BeforeAll
    static void makeCertificates(@TempDir Path directory) throws Exception {
        certificates = TestCertificates.make(directory);
    }

    @ParameterizedTest
    @CsvSource({
        "NONE, DELIVERED, ''",
        "BUSY, TRY_AGAIN, http-429 smtp-451",
        "REFUSES, REFUSED, http-400 smtp-550",
        "FAILS, TRY_AGAIN, http-503 smtp-421",
        "HANGS, TRY_AGAIN, timeout",
        "DRIPS, TRY_AGAIN, timeout",
        "BREAKS_OFF, TRY_AGAIN, io"
    })
    void saysWhatBecameOfThePage(Fault fault, Kind outcome, String reasons) throws Exception {
        try (ScriptedServer server = kind.server(null)) {
            server.fault = fault;
            long began = System.nanoTime();

            PageOutcome got = send(server, false);

            assertThat(got.kind()).isEqualTo(outcome);
            assertThat(List.of(reasons.split(" "))).contains(got.reason());
            assertThat(server.received).hasSize(1);
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(PATIENCE.plusSeconds(5));
        }
    }

    @Test
    void leavesNoConnectionBehindToAReceiverThatDrips() throws Exception {
        try (ScriptedServer server = kind.server(null)) {
            server.fault = Fault.DRIPS;
            send(server, false);
            send(server, false);

            await().atMost(Duration.ofSeconds(5)).until(() -> server.held() == 0);
        }
    }

    @Test
    void isSafeWithACertificateThatHoldsAndNotWithOneThatHasExpired() throws Exception {
        try (ScriptedServer good = kind.server(certificates.server("good"));
                ScriptedServer expired = kind.server(certificates.server("expired"))) {
            assertThat(send(good, true)).isEqualTo(PageOutcome.delivered());

            assertThat(send(expired, true)).isEqualTo(PageOutcome.tryAgain("tls", null));
            assertThat(expired.received).isEmpty();
        }
    }

    @Test
    void goesNowhereInsideUnlessAllowed() throws Exception {
        try (ScriptedServer server = kind.server(null)) {
            Channel channel = Channel.to(kind.target(false, server.port()), network(false));

            assertThat(channel.send(TestPage.HIGH)).isEqualTo(PageOutcome.refused("private-target"));
            assertThat(server.received).isEmpty();
        }
    }

    @Test
    void triesAgainLaterWhereNobodyListens() throws Exception {
        int port;
        try (ScriptedServer gone = kind.server(null)) {
            port = gone.port();
        }

        PageOutcome got = Channel.to(kind.target(false, port), network(true)).send(TestPage.HIGH);

        assertThat(got).isEqualTo(PageOutcome.tryAgain("connect", null));
    }

    @Test
    void saysWhereAndHowUrgentAndWhatAndNeverWho() throws Exception {
        try (ScriptedServer server = kind.server(null)) {
            send(server, false);

            assertThat(server.received.get(0))
                    .contains("12B", "***", "W3", "nurse of the bed", "RN Okafor")
                    .containsPattern("SpO2 84 (<|&lt;) 85")
                    .doesNotContain(TestWard.PATIENT_REF);
            if (kind != Of.SLACK && kind != Of.TEAMS) {
                assertThat(server.received.get(0)).as("a repeat is known by it").contains("a-1-1");
            }
        }
    }

    private PageOutcome send(ScriptedServer server, boolean tls) throws InterruptedException {
        return Channel.to(kind.target(tls, server.port()), network(true)).send(TestPage.HIGH);
    }

    private static Network network(boolean allowPrivate) {
        return Network.trusting(certificates.client(), allowPrivate, PATIENCE, PATIENCE, InstantSource.system());
    }
}
