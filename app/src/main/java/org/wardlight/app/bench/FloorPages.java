package org.wardlight.app.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.wardlight.bench.workload.Probes;
import org.wardlight.bench.workload.Workload;
import org.wardlight.events.v1.AlarmCondition;
import org.wardlight.events.v1.AlarmKind;
import org.wardlight.events.v1.ConditionPhase;

/** Posts each physiological condition that begins, once, as the page that the driver expects. Nobody tries again. */
final class FloorPages {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private final URI receiver;
    private final Workload beds;

    FloorPages(URI receiver, int beds) {
        this.receiver = receiver;
        this.beds = new Workload(0, beds, Probes.none());
    }

    void condition(AlarmCondition condition) {
        boolean pages = condition.getPhase() == ConditionPhase.CONDITION_START
                && condition.getKind() == AlarmKind.PHYSIOLOGICAL;
        if (pages) {
            var unused = http.sendAsync(
                    HttpRequest.newBuilder(receiver)
                            .timeout(PATIENCE)
                            .POST(HttpRequest.BodyPublishers.ofString(body(condition)))
                            .build(),
                    HttpResponse.BodyHandlers.discarding());
        }
    }

    private String body(AlarmCondition condition) {
        ObjectNode body = json.createObjectNode();
        ObjectNode data = body.putObject("data");
        int bed = beds.bedOf(condition.getSource().getDeviceId());
        data.put("alarm_id", condition.getConditionId())
                .put("kind", "physiological")
                .put("rule", condition.getRule())
                .put("bed", Integer.toString(bed + 1))
                .put("level", 1)
                .put("recipient", "floor")
                .put("due_ms", condition.getDueMs());
        data.putObject("deciding")
                .put("device", condition.getDecidedBy().getDeviceId())
                .put("seq", condition.getDecidedBy().getSeq());
        return body.toString();
    }
}
