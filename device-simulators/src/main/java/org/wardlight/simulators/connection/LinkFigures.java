package org.wardlight.simulators.connection;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts what happens on all links together, for metrics and for {@code problems()}. */
public final class LinkFigures {

    static final String PUBLISHED = "wardlight.simulators.messages.published";
    static final String ACKNOWLEDGED = "wardlight.simulators.messages.acknowledged";
    static final String REFUSED = "wardlight.simulators.messages.refused";
    static final String OVERFLOWED = "wardlight.simulators.messages.overflowed";
    static final String RECONNECTS = "wardlight.simulators.connection.attempts";
    static final String CONNECTIONS = "wardlight.simulators.connections";

    private final Counter published;
    private final Counter acknowledged;
    private final Counter refused;
    private final Counter overflowed;
    private final Counter attempts;
    private final AtomicInteger online = new AtomicInteger();

    /** Registers the figures. */
    public LinkFigures(MeterRegistry metrics) {
        this.published = counter(PUBLISHED, "Publications handed to the network, repeats included", metrics);
        this.acknowledged = counter(ACKNOWLEDGED, "Messages acknowledged with success", metrics);
        this.refused = counter(REFUSED, "Messages answered with a failure code", metrics);
        this.overflowed = counter(OVERFLOWED, "Messages dropped because the store was full", metrics);
        this.attempts = counter(RECONNECTS, "Attempts to connect", metrics);
        Gauge.builder(CONNECTIONS, online, AtomicInteger::get)
                .description("Open connections")
                .register(metrics);
    }

    void published() {
        published.increment();
    }

    void acknowledged() {
        acknowledged.increment();
    }

    void refused() {
        refused.increment();
    }

    void overflowed() {
        overflowed.increment();
    }

    void attempt() {
        attempts.increment();
    }

    void wentOnline() {
        online.incrementAndGet();
    }

    void wentOffline() {
        online.decrementAndGet();
    }

    /** Messages that the broker answered with a failure code. */
    public long refusedCount() {
        return (long) refused.count();
    }

    /** Messages dropped because a store was full. */
    public long overflowedCount() {
        return (long) overflowed.count();
    }

    private static Counter counter(String name, String description, MeterRegistry metrics) {
        return Counter.builder(name).description(description).register(metrics);
    }
}
