package org.wardlight.station.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Reads server-sent events like a browser does. */
final class EventReader implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final InputStream body;
    private final BlockingQueue<Received> events = new LinkedBlockingQueue<>();

    EventReader(InputStream body) {
        this.body = body;
        Thread thread = new Thread(this::read, "event-reader");
        thread.setDaemon(true);
        thread.start();
    }

    /** The next event of this name; others before it are skipped. */
    Received next(String name) throws InterruptedException {
        while (true) {
            Received event = events.poll(8, TimeUnit.SECONDS);
            if (event == null) {
                throw new AssertionError("no event " + name + " within 8 s");
            }
            if (event.name().equals(name)) {
                return event;
            }
        }
    }

    @Override
    public void close() throws IOException {
        body.close();
    }

    private void read() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
            String id = "";
            String name = "";
            StringBuilder data = new StringBuilder();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("id:")) {
                    id = line.substring(3).trim();
                } else if (line.startsWith("event:")) {
                    name = line.substring(6).trim();
                } else if (line.startsWith("data:")) {
                    data.append(line.substring(5));
                } else if (line.isEmpty() && data.length() > 0) {
                    events.add(new Received(id, name, JSON.readTree(data.toString())));
                    data.setLength(0);
                }
            }
        } catch (IOException e) {
            events.add(new Received("", "closed", JSON.createObjectNode()));
        }
    }

    record Received(String id, String name, JsonNode data) {}
}
