package org.wardlight.app.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The other end of the driver's pipe: says where the ward is, tells its heap and its threads when asked, and ends with its input. */
final class Answering {

    private static final int COLLECTIONS = 3;

    private final PrintStream out;
    private final ObjectMapper json = new ObjectMapper();

    Answering(PrintStream out) {
        this.out = out;
    }

    void ready(URI mqtt, String kafka, String site, List<String> beds) throws IOException {
        ObjectNode places = json.createObjectNode();
        places.put("mqtt", mqtt.toString()).put("kafka", kafka).put("site", site);
        beds.forEach(places.putArray("beds")::add);
        out.println("READY " + json.writeValueAsString(places));
        out.flush();
    }

    /** Answers until nobody asks any more. */
    void untilTheEnd() throws IOException {
        BufferedReader asked = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = asked.readLine(); line != null; line = asked.readLine()) {
            if (line.equals("heap")) {
                out.println("HEAP " + heapAfterCollecting());
            } else if (line.equals("threads")) {
                out.println("THREADS " + json.writeValueAsString(ThreadAccount.nanos()));
            }
            out.flush();
        }
    }

    private static long heapAfterCollecting() {
        for (int i = 0; i < COLLECTIONS; i++) {
            ManagementFactory.getMemoryMXBean().gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
