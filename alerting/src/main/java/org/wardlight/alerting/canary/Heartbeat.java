package org.wardlight.alerting.canary;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Future;
import org.wardlight.alerting.health.Problems;

/**
 * Tells an outside monitor after each whole round that all is well. When that falls silent the monitor tells people: the one
 * thing that still works when the canary itself is gone, or the power is.
 */
final class Heartbeat {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String PART = "heartbeat";
    private static final int NO_ANSWER = 0;

    private final Optional<URI> monitor;
    private final Problems problems;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    Heartbeat(Optional<URI> monitor, Problems problems) {
        this.monitor = monitor;
        this.problems = problems;
    }

    /** One beat; does not wait for the answer. */
    void beat() {
        monitor.ifPresent(this::post);
    }

    private void post(URI uri) {
        HttpRequest beat = HttpRequest.newBuilder(uri)
                .timeout(PATIENCE)
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        Future<?> unused = client.sendAsync(beat, HttpResponse.BodyHandlers.discarding())
                .whenComplete((answer, failure) -> heard(answer == null ? NO_ANSWER : answer.statusCode()));
    }

    private void heard(int status) {
        if (status >= 200 && status < 300) {
            problems.clear(PART);
        } else {
            String what = status == NO_ANSWER ? "gives no answer" : "answers " + status;
            problems.report(PART, "The outside monitor " + what + "; it may raise a false alarm.");
        }
    }
}
