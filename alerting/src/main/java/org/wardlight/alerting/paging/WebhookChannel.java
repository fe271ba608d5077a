package org.wardlight.alerting.paging;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookSigningException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.wardlight.alerting.store.OutboxRow;

/**
 * One attempt to hand a page to a receiver: a POST signed as Standard Webhooks describes. The webhook id is the page id, so
 * that a receiver knows a repeat.
 */
final class WebhookChannel {

    private static final int TOO_MANY_REQUESTS = 429;
    private static final int REQUEST_TIMEOUT = 408;

    private final HttpClient client;
    private final Receiver receiver;
    private final Webhook signer;
    private final PagingSettings settings;
    private final InstantSource wall;

    /** A channel to one receiver; {@code wall} is real time, which a receiver checks signatures against. */
    WebhookChannel(HttpClient client, Receiver receiver, PagingSettings settings, InstantSource wall) {
        this.client = client;
        this.receiver = receiver;
        this.signer = receiver.signer();
        this.settings = settings;
        this.wall = wall;
    }

    PageOutcome post(OutboxRow page) throws InterruptedException {
        try {
            if (!settings.allowPrivateTargets() && leadsInside()) {
                return PageOutcome.refused("private-target");
            }
            return judge(answer(request(page)));
        } catch (TimeoutException e) {
            return PageOutcome.tryAgain("timeout", null);
        } catch (UnknownHostException e) {
            return PageOutcome.tryAgain("unknown-host", null);
        } catch (WebhookSigningException e) {
            return PageOutcome.refused("signing");
        } catch (ExecutionException e) {
            return PageOutcome.tryAgain(reason(e.getCause()), null);
        }
    }

    private HttpRequest request(OutboxRow page) throws WebhookSigningException {
        String body = page.payload().toStringUtf8();
        long seconds = wall.instant().getEpochSecond();
        return HttpRequest.newBuilder(receiver.uri())
                .timeout(settings.delivery().requestTimeout())
                .header("content-type", "application/json")
                .header(Webhook.UNBRANDED_MSG_ID_KEY, page.pageId())
                .header(Webhook.UNBRANDED_MSG_TIMESTAMP_KEY, Long.toString(seconds))
                .header(Webhook.UNBRANDED_MSG_SIGNATURE_KEY, signer.sign(page.pageId(), seconds, body))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    /** The request's own time-out ends with the headers; this one includes a slow body. */
    private HttpResponse<Void> answer(HttpRequest request)
            throws InterruptedException, ExecutionException, TimeoutException {
        CompletableFuture<HttpResponse<Void>> answer =
                client.sendAsync(request, HttpResponse.BodyHandlers.discarding());
        try {
            return answer.get(settings.delivery().requestTimeout().toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            answer.cancel(true);
        }
    }

    private static PageOutcome judge(HttpResponse<Void> answer) {
        int status = answer.statusCode();
        if (status >= 200 && status < 300) {
            return PageOutcome.delivered();
        }
        String reason = "http-" + status;
        boolean passing = status >= 500 || status == TOO_MANY_REQUESTS || status == REQUEST_TIMEOUT;
        return passing ? PageOutcome.tryAgain(reason, retryAfter(answer)) : PageOutcome.refused(reason);
    }

    private static @Nullable Duration retryAfter(HttpResponse<Void> answer) {
        String seconds = answer.headers().firstValue("retry-after").orElse("");
        return seconds.matches("\\d{1,6}") ? Duration.ofSeconds(Long.parseLong(seconds)) : null;
    }

    private boolean leadsInside() throws UnknownHostException {
        return Arrays.stream(InetAddress.getAllByName(receiver.uri().getHost())).anyMatch(Receiver::isPrivate);
    }

    private static String reason(@Nullable Throwable cause) {
        if (cause instanceof HttpConnectTimeoutException || cause instanceof ConnectException) {
            return "connect";
        }
        return cause instanceof HttpTimeoutException ? "timeout" : "io";
    }
}
