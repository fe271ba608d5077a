package org.wardlight.alerting.channel;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Date;

/** A page as a mail of a few lines. Its message id is made of the page id, so that a mail box may know a repeat. */
final class MailMessage {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final Target.Mail target;
    private final InstantSource wall;

    MailMessage(Target.Mail target, InstantSource wall) {
        this.target = target;
        this.wall = wall;
    }

    MimeMessage of(Page page, Session session) throws MessagingException {
        MimeMessage mail = new WithId(
                session, page.id() + target.from().substring(target.from().indexOf('@')));
        mail.setFrom(new InternetAddress(target.from()));
        mail.setRecipients(Message.RecipientType.TO, InternetAddress.parse(String.join(",", target.to())));
        mail.setSubject(page.title().replaceAll("\\p{Cntrl}", " "), UTF_8);
        mail.setText(
                page.title() + "\n" + page.asks() + "\n\nRaised " + page.text("raised") + ", alarm "
                        + page.text("alarm_id") + ".\nFor research. Not a medical device.\n",
                UTF_8);
        mail.setSentDate(Date.from(wall.instant()));
        mail.setHeader("Auto-Submitted", "auto-generated");
        mail.setHeader("X-Priority", page.text("priority").equals("high") ? "1" : "3");
        return mail;
    }

    private static final class WithId extends MimeMessage {

        private final String id;

        WithId(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<" + id + ">");
        }
    }
}
