package org.wardlight.alerting.canary;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import io.javalin.Javalin;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiPredicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The receiver at the end of the path. It takes pages about its own canaries only: any other one is refused, so that
 * alerting asks somebody else.
 */
final class CanaryHook implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CanaryHook.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LARGEST_BODY_BYTES = 65_536;

    private final Webhook webhook;
    private final BiPredicate<String, Instant> arrived;
    private final Javalin server;

    /** @param arrived takes a page: the ward that it is about, and when the reading behind it was measured; false for none of its own */
    CanaryHook(CanaryConfig.Hook settings, BiPredicate<String, Instant> arrived) {
        this.webhook = new Webhook(settings.secret());
        this.arrived = arrived;
        this.server = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.jetty.host = settings.host();
            config.jetty.port = settings.port();
            config.http.maxRequestSize = LARGEST_BODY_BYTES;
            config.routes.post("/page", this::take);
        });
        server.start();
    }

    int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.stop();
    }

    private void take(Context context) {
        Map<String, List<String>> headers = new HashMap<>();
        context.headerMap().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), List.of(value)));
        String body = context.body();
        try {
            webhook.verify(body, headers);
            JsonNode data = JSON.readTree(body).path("data");
            Instant measured = Instant.ofEpochMilli(
                    data.path("deciding").path("device_time_ms").asLong());
            context.status(arrived.test(data.path("ward").asText(), measured) ? 204 : 422);
        } catch (WebhookVerificationException e) {
            LOG.warn("part=canary a page without a good signature: the secrets of alerting and canary differ");
            context.status(401);
        } catch (JsonProcessingException e) {
            context.status(400);
        }
    }
}
