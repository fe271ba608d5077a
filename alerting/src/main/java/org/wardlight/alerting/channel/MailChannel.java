package org.wardlight.alerting.channel;

import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.util.MailConnectException;

/**
 * A mail. A reply of 4yz may pass and one of 5yz is final (RFC 5321, 4.2.1); a mail server that has taken it for one of
 * several receivers has it.
 */
final class MailChannel implements Channel {

    private static final ExecutorService THREADS = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "alerting-mail");
        thread.setDaemon(true);
        return thread;
    });

    private final Target.Mail target;
    private final Network network;
    private final MailMessage message;

    MailChannel(Target.Mail target, Network network) {
        this.target = target;
        this.network = network;
        this.message = new MailMessage(target, network.wall());
    }

    @Override
    public PageOutcome send(Page page) throws InterruptedException {
        try (MailSockets sockets = new MailSockets(network.tls().getSocketFactory())) {
            if (network.isForbidden(target.uri().getHost())) {
                return PageOutcome.refused("private-target");
            }
            return CompletableFuture.supplyAsync(() -> deliver(page, sockets), THREADS)
                    .get(network.requestTimeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return PageOutcome.tryAgain("timeout", null);
        } catch (UnknownHostException e) {
            return PageOutcome.tryAgain("unknown-host", null);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a mail could not be written", e.getCause());
        }
    }

    private PageOutcome deliver(Page page, MailSockets sockets) {
        Session session = Session.getInstance(properties(sockets));
        try (Transport transport = session.getTransport(target.isTlsFirst() ? "smtps" : "smtp")) {
            MimeMessage mail = message.of(page, session);
            transport.connect(
                    target.uri().getHost(),
                    target.uri().getPort(),
                    target.user().isEmpty() ? null : target.user(),
                    target.password());
            transport.sendMessage(mail, mail.getAllRecipients());
            return PageOutcome.delivered();
        } catch (MessagingException e) {
            return outcome(e);
        }
    }

    private Properties properties(MailSockets sockets) {
        String prefix = target.isTlsFirst() ? "mail.smtps." : "mail.smtp.";
        Properties properties = new Properties();
        properties.put(prefix + "connectiontimeout", network.connectTimeout().toMillis());
        properties.put(prefix + "timeout", network.requestTimeout().toMillis());
        properties.put(prefix + "writetimeout", network.requestTimeout().toMillis());
        properties.put(prefix + "socketFactory", sockets.plain());
        properties.put(prefix + "ssl.socketFactory", sockets.tls());
        properties.put(prefix + "ssl.checkserveridentity", true);
        properties.put(prefix + "starttls.enable", true);
        // A relay on this machine or in the hospital's own network may have no TLS, if such targets are allowed at all.
        properties.put(prefix + "starttls.required", !network.allowPrivateTargets());
        properties.put(prefix + "auth", !target.user().isEmpty());
        properties.put(prefix + "sendpartial", true);
        return properties;
    }

    private static PageOutcome outcome(MessagingException failure) {
        if (failure instanceof SendFailedException sending && hasSome(sending.getValidSentAddresses())) {
            return PageOutcome.delivered();
        }
        if (failure instanceof AuthenticationFailedException) {
            return PageOutcome.refused("authentication");
        }
        int code = replyCode(failure);
        if (code > 0) {
            String reason = "smtp-" + code;
            return code / 100 == 5 ? PageOutcome.refused(reason) : PageOutcome.tryAgain(reason, null);
        }
        return PageOutcome.tryAgain(reason(failure), null);
    }

    private static boolean hasSome(Address[] addresses) {
        return addresses != null && addresses.length > 0;
    }

    /** The last reply that refused something; 0 when none did. */
    private static int replyCode(MessagingException failure) {
        int code = 0;
        for (Exception e = failure; e instanceof MessagingException each; e = each.getNextException()) {
            if (each instanceof SMTPSendFailedException sending) {
                code = sending.getReturnCode();
            } else if (each instanceof SMTPAddressFailedException address) {
                code = address.getReturnCode();
            } else if (each instanceof SMTPSenderFailedException sender) {
                code = sender.getReturnCode();
            }
        }
        return code;
    }

    private static String reason(MessagingException failure) {
        if (failure instanceof MailConnectException) {
            return "connect";
        }
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof SSLException) {
                return "tls";
            } else if (cause instanceof SocketTimeoutException) {
                return "timeout";
            } else if (cause instanceof ConnectException) {
                return "connect";
            }
        }
        return "io";
    }
}
