package org.wardlight.station.pager;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Receives pages signed after Standard Webhooks and keeps the last ones in memory. A page that is delivered again, with
 * the same id, is counted and not shown again.
 *
 * @see <a href="https://www.standardwebhooks.com/">Standard Webhooks</a>
 */
public final class DemoPager {

    /** Counter: deliveries by result (page, repeat, unsigned, unreadable). */
    static final String DELIVERIES = "wardlight.station.pager.deliveries";

    private static final int KEPT = 200;

    private final Webhook webhook;
    private final InstantSource wall;
    private final InstantSource ward;
    private final ObjectMapper json;
    private final MeterRegistry metrics;
    private final Map<String, ReceivedPage> pages = new LinkedHashMap<>();
    private final List<Consumer<ReceivedPage>> listeners = new CopyOnWriteArrayList<>();

    /**
     * A pager for one secret.
     *
     * @param secret begins with {@code whsec_}
     * @throws IllegalArgumentException when it is not such a secret
     */
    public DemoPager(String secret, Clocks clocks, ObjectMapper json, MeterRegistry metrics) {
        this.webhook = new Webhook(secret);
        this.wall = clocks.wall();
        this.ward = clocks.ward();
        this.json = json;
        this.metrics = metrics;
    }

    /** Hears of every page that is new, on the thread that received it. */
    public void onPage(Consumer<ReceivedPage> listener) {
        listeners.add(listener);
    }

    /** The last pages, newest first. */
    public synchronized List<ReceivedPage> pages() {
        List<ReceivedPage> newestFirst = new ArrayList<>(pages.values());
        Collections.reverse(newestFirst);
        return List.copyOf(newestFirst);
    }

    /** Takes one delivery. */
    public Result receive(Map<String, List<String>> headers, String body) {
        long wallMillis = wall.millis();
        long wardMillis = ward.millis();
        try {
            webhook.verify(body, headers);
        } catch (WebhookVerificationException | RuntimeException e) {
            return counted(Result.UNSIGNED);
        }
        PageData data;
        try {
            data = PageData.of(json.readTree(body));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            return counted(Result.UNREADABLE);
        }
        // verify() has made sure that the header is there.
        String id =
                headers.getOrDefault(Webhook.UNBRANDED_MSG_ID_KEY, List.of("")).get(0);
        ReceivedPage page = new ReceivedPage(id, wallMillis, wardMillis, data, 0);
        if (!keep(page)) {
            return counted(Result.REPEAT);
        }
        listeners.forEach(listener -> listener.accept(page));
        return counted(Result.PAGE);
    }

    private synchronized boolean keep(ReceivedPage page) {
        ReceivedPage known = pages.get(page.pageId());
        if (known != null) {
            pages.put(page.pageId(), known.repeated());
            return false;
        }
        pages.put(page.pageId(), page);
        if (pages.size() > KEPT) {
            Iterator<String> oldest = pages.keySet().iterator();
            oldest.next();
            oldest.remove();
        }
        return true;
    }

    private Result counted(Result result) {
        Counter counter = metrics.counter(DELIVERIES, "result", result.id());
        counter.increment();
        return result;
    }

    /** The clocks of a pager: signatures and people live by the wall, delays by the ward. */
    public record Clocks(InstantSource wall, InstantSource ward) {}

    /** What became of a delivery. */
    public enum Result {
        PAGE,
        REPEAT,
        UNSIGNED,
        UNREADABLE;

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
