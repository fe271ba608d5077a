package org.wardlight.alerting.channel;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** A POST, and what its answer means: 2xx has it; 408, 429, 5xx and a broken connection may pass; anything else is final. */
final class HttpChannel implements Channel {

    private static final int TOO_MANY_REQUESTS = 429;
    private static final int REQUEST_TIMEOUT = 408;

    private final Wording wording;
    private final Network network;

    HttpChannel(Wording wording, Network network) {
        this.wording = wording;
        this.network = network;
    }

    @Override
    public PageOutcome send(Page page) throws InterruptedException {
        try {
            if (network.isForbidden(wording.uri().getHost())) {
                return PageOutcome.refused("private-target");
            }
            return judge(answer(request(wording.of(page))));
        } catch (TimeoutException e) {
            return PageOutcome.tryAgain("timeout", null);
        } catch (UnknownHostException e) {
            return PageOutcome.tryAgain("unknown-host", null);
        } catch (ExecutionException e) {
            return PageOutcome.tryAgain(reason(e.getCause()), null);
        }
    }

    private HttpRequest request(Wording.Letter letter) {
        HttpRequest.Builder request = HttpRequest.newBuilder(wording.uri())
                .timeout(network.requestTimeout())
                .header("content-type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(letter.body()));
        letter.headers().forEach(request::header);
        return request.build();
    }

    /** The request's own time-out ends with the headers; this one includes a slow body. */
    private HttpResponse<Void> answer(HttpRequest request)
            throws InterruptedException, ExecutionException, TimeoutException {
        CompletableFuture<HttpResponse<Void>> answer =
                network.client().sendAsync(request, HttpResponse.BodyHandlers.discarding());
        try {
            return answer.get(network.requestTimeout().toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            answer.cancel(true);
        }
    }

    private PageOutcome judge(HttpResponse<Void> answer) {
        int status = answer.statusCode();
        if (status >= 200 && status < 300) {
            return PageOutcome.delivered();
        }
        String reason = "http-" + status;
        boolean passing = status >= 500 || status == TOO_MANY_REQUESTS || status == REQUEST_TIMEOUT;
        return passing ? PageOutcome.tryAgain(reason, retryAfter(answer)) : PageOutcome.refused(reason);
    }

    /** Seconds, or a date (RFC 9110, 10.2.3); null when there is neither. */
    private @Nullable Duration retryAfter(HttpResponse<Void> answer) {
        String asked = answer.headers().firstValue("retry-after").orElse("");
        if (asked.matches("\\d{1,6}")) {
            return Duration.ofSeconds(Long.parseLong(asked));
        }
        try {
            ZonedDateTime date = ZonedDateTime.parse(asked, DateTimeFormatter.RFC_1123_DATE_TIME);
            return Duration.between(network.wall().instant(), date.toInstant());
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static String reason(@Nullable Throwable cause) {
        if (cause instanceof HttpConnectTimeoutException || cause instanceof ConnectException) {
            return "connect";
        }
        if (cause instanceof SSLException) {
            return "tls";
        }
        return cause instanceof HttpTimeoutException ? "timeout" : "io";
    }
}
