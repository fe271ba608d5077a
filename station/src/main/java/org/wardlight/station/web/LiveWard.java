package org.wardlight.station.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wardlight.station.board.Board;
import org.wardlight.station.board.Board.Versioned;
import org.wardlight.station.board.Frames.AlarmFrame;
import org.wardlight.station.board.Frames.DemoNote;
import org.wardlight.station.board.Frames.SignedIn;
import org.wardlight.station.board.Frames.Snapshot;
import org.wardlight.station.live.Broadcast;
import org.wardlight.station.live.Event;
import org.wardlight.station.live.Ticker;
import org.wardlight.station.pager.DemoPager;
import org.wardlight.station.pager.ReceivedPage;

/**
 * Writes the board and the pager onto their streams: alarms and pages at once, values once a second, a heartbeat every
 * five seconds. Each event is written once for all browsers.
 */
final class LiveWard implements AutoCloseable {

    private final Board board;
    private final InstantSource clock;
    private final ObjectMapper json;
    private final @Nullable DemoNote demo;
    private final Broadcast wardStream;
    private final Broadcast pagerStream;
    private final Ticker ticker = new Ticker();
    private long sent;

    LiveWard(Board board, InstantSource clock, ObjectMapper json, @Nullable DemoNote demo, MeterRegistry metrics) {
        this.board = board;
        this.clock = clock;
        this.json = json;
        this.demo = demo;
        this.wardStream = new Broadcast("ward", metrics);
        this.pagerStream = new Broadcast("pager", metrics);
    }

    void start() {
        sent = board.version();
        board.onAlarm(this::alarm);
        ticker.start(this::frame, this::heartbeat);
    }

    Broadcast wardStream() {
        return wardStream;
    }

    Broadcast pagerStream() {
        return pagerStream;
    }

    /** The ward for one reader. */
    Versioned<Snapshot> snapshot(Optional<SignedIn> reader) {
        Versioned<Snapshot> versioned = board.snapshot();
        Snapshot s = versioned.value();
        return new Versioned<>(
                versioned.version(),
                new Snapshot(
                        s.serverTime(),
                        s.ward(),
                        demo,
                        reader.orElse(null),
                        s.tiles(),
                        s.alarms(),
                        s.counts(),
                        s.unassignedDevices()));
    }

    Event snapshotEvent(Optional<SignedIn> reader) {
        Versioned<Snapshot> snapshot = snapshot(reader);
        return event("snapshot", snapshot.version(), snapshot.value());
    }

    Event pagesEvent(DemoPager pager) {
        List<PageView> pages = pager.pages().stream().map(this::view).toList();
        return event("pages", 0, new PagesView(clock.millis(), pages));
    }

    void page(ReceivedPage page) {
        if (pagerStream.isRead()) {
            pagerStream.publish(event("page", 0, view(page)));
        }
    }

    /** Why the streams stand still; empty when they do not. */
    Optional<String> problem() {
        return ticker.problem();
    }

    @Override
    public void close() {
        ticker.close();
        wardStream.close();
        pagerStream.close();
    }

    private void frame() {
        long since = sent;
        // Taken before the frame: what changes meanwhile is sent again with the next one.
        sent = board.version();
        if (wardStream.isRead()) {
            board.since(since).ifPresent(frame -> wardStream.publish(event("frame", frame.version(), frame.value())));
        }
    }

    private void heartbeat() {
        Event heartbeat = event("heartbeat", 0, Map.of("serverTime", clock.millis()));
        wardStream.publish(heartbeat);
        pagerStream.publish(heartbeat);
    }

    private void alarm(AlarmFrame frame) {
        if (wardStream.isRead()) {
            wardStream.publish(event("alarm", 0, frame));
        }
        if (pagerStream.isRead()) {
            pagerStream.publish(event("alarm", 0, Map.of("alarm", frame.alarm())));
        }
    }

    private PageView view(ReceivedPage page) {
        boolean thisWard = page.data().ward().equals(board.wardName().id());
        return PageView.of(
                page, thisWard ? board.wardName().name() : page.data().ward());
    }

    private Event event(String name, long version, Object data) {
        try {
            return new Event(name, version, json.writeValueAsString(data));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("event " + name + " cannot be written as JSON", e);
        }
    }

    private record PagesView(long serverTime, List<PageView> pages) {}
}
