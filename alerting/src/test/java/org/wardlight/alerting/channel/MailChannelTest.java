package org.wardlight.alerting.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Mail through a real mail server. */
class MailChannelTest {

    private final GreenMail server = new GreenMail(ServerSetup.SMTP.dynamicPort());

    @BeforeEach
    void start() {
        server.start();
        server.setUser("ward@hospital.example", "ward", "a-password");
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void reachesAllMailBoxesInAFewLines() throws Exception {
        assertThat(channel("ward", "a-password").send(TestPage.HIGH)).isEqualTo(PageOutcome.delivered());

        MimeMessage[] mails = server.getReceivedMessages();
        assertThat(mails).hasSize(2);
        assertThat(mails[0].getSubject()).isEqualTo("*** 12B SpO2 84 < 85");
        assertThat(mails[0].getMessageID()).isEqualTo("<a-1-1@hospital.example>");
        assertThat(mails[0].getHeader("X-Priority")).containsExactly("1");
        assertThat(mails[0].getContent().toString())
                .contains("Asked: nurse of the bed, RN Okafor (level 1)")
                .contains("Not a medical device");
    }

    @Test
    void isRefusedForGoodWithAWrongPassword() throws Exception {
        assertThat(channel("ward", "another").send(TestPage.HIGH)).isEqualTo(PageOutcome.refused("authentication"));
    }

    private Channel channel(String user, String password) {
        return Channel.to(
                new Target.Mail(
                        URI.create("smtp://127.0.0.1:" + server.getSmtp().getPort()),
                        "ward@hospital.example",
                        List.of("on-call@hospital.example", "charge@hospital.example"),
                        user,
                        password),
                Network.of(true, Duration.ofSeconds(2), Duration.ofSeconds(5), InstantSource.system()));
    }
}
