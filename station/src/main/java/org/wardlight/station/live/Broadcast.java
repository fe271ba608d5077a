package org.wardlight.station.live;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * One stream with any number of readers. {@link #publish} never waits: a reader whose queue is full is dropped. Each
 * reader's own thread writes to its browser.
 */
public final class Broadcast implements AutoCloseable {

    /** Gauge: open streams. */
    static final String READERS = "wardlight.station.streams";
    /** Counter: streams ended because the browser did not keep up. */
    static final String DROPPED = "wardlight.station.streams.dropped";

    /** About half a minute of frames and heartbeats: by then the browser shows the ward as not monitored anyway. */
    static final int QUEUED = 64;

    /** Streams at once; each takes a thread while it is open. */
    public static final int MOST_READERS = 200;

    private final Set<Reader> readers = ConcurrentHashMap.newKeySet();
    private final Counter dropped;
    private volatile boolean closed;

    /** A stream without readers; the name tells it apart in metrics. */
    public Broadcast(String name, MeterRegistry metrics) {
        this.dropped = metrics.counter(DROPPED, "stream", name);
        metrics.gaugeCollectionSize(READERS, Tags.of("stream", name), readers);
    }

    /** Gives an event to every reader. */
    public void publish(Event event) {
        readers.removeIf(reader -> isBehind(reader, event));
    }

    /** Whether anybody reads: nothing need be written otherwise. */
    public boolean isRead() {
        return !readers.isEmpty();
    }

    /** How many read. */
    public int readers() {
        return readers.size();
    }

    /** Whether one more would be too many. */
    public boolean isFull() {
        return readers.size() >= MOST_READERS;
    }

    /**
     * Serves one reader on the calling thread until it goes, falls behind, or the stream is closed. The first event is
     * taken after joining, so that nothing falls between it and what follows.
     */
    public void serve(Supplier<Event> first, Sink sink) {
        Reader reader = new Reader();
        readers.add(reader);
        try {
            Event opening = first.get();
            long id = 1;
            boolean there = sink.send(Long.toString(id), opening);
            while (there && !reader.ended && !closed) {
                Event next = reader.queue.poll(1, TimeUnit.SECONDS);
                if (next != null && (next.version() == 0 || next.version() > opening.version())) {
                    there = sink.send(Long.toString(++id), next);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            readers.remove(reader);
        }
    }

    @Override
    public void close() {
        closed = true;
        // Wakes each reader; one that is full is busy writing and looks at `closed` afterwards.
        publish(new Event("closing", Long.MIN_VALUE, "{}"));
    }

    private boolean isBehind(Reader reader, Event event) {
        if (reader.queue.offer(event)) {
            return false;
        }
        reader.ended = true;
        dropped.increment();
        return true;
    }

    /** Where events of one reader go. */
    @FunctionalInterface
    public interface Sink {
        /**
         * Sends one event.
         *
         * @return whether the reader is still there
         */
        boolean send(String id, Event event);
    }

    private static final class Reader {
        private final BlockingQueue<Event> queue = new ArrayBlockingQueue<>(QUEUED);
        private volatile boolean ended;
    }
}
