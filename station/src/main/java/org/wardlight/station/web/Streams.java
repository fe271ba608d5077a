package org.wardlight.station.web;

import io.javalin.http.Context;
import io.javalin.http.sse.SseClient;
import java.util.function.Supplier;
import org.wardlight.station.live.Broadcast;
import org.wardlight.station.live.Event;

/**
 * Connects a browser to a stream, for as long as it stays. The request's own thread writes: handed over to another one, a
 * stream that is open while the server stops would be ended on a response that is gone already.
 */
final class Streams {

    private static final String TYPE = "text/event-stream";

    private Streams() {}

    static void connect(Context ctx, Broadcast stream, Supplier<Event> first) {
        String accept = ctx.header("Accept");
        if (accept == null || !accept.contains(TYPE)) {
            throw new Problem(406, "This is a stream of events.", "Ask for text/event-stream.");
        }
        if (stream.isFull()) {
            throw new Problem(503, "Too many boards are open.", "Close one and try again.");
        }
        ctx.contentType(TYPE + "; charset=utf-8");
        ctx.header("X-Accel-Buffering", "no");
        SseClient client = new SseClient(ctx);
        stream.serve(first, (id, event) -> send(client, id, event));
    }

    private static boolean send(SseClient client, String id, Event event) {
        client.sendEvent(event.name(), event.json(), id);
        return !client.terminated();
    }
}
