package org.wardlight.app.ward;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.wardlight.app.station.StationClient;
import org.wardlight.app.terminal.CommandFailure;

/** The register of the station's ward as it is now; finds what a person means by a bed. */
final class WardView {

    private final StationClient station;
    private final String ward;
    private final JsonNode register;
    private final MomentText moments;

    private WardView(StationClient station, String ward, JsonNode register, ZoneId zone) {
        this.station = station;
        this.ward = ward;
        this.register = register;
        this.moments =
                new MomentText(Instant.ofEpochMilli(register.path("serverTime").asLong()), zone);
    }

    static WardView of(StationClient station) {
        JsonNode wards = station.get("/api/v1/wards").path("wards");
        String ward = wards.path(0).path("id").asText("");
        if (ward.isEmpty()) {
            throw CommandFailure.notReady("The station has no ward.", "Give it a ward plan.");
        }
        JsonNode register = station.get(StationClient.path("wards", ward, "register"));
        String zone = register.path("rota").path("timeZone").asText();
        return new WardView(station, ward, register, ZoneId.of(zone));
    }

    JsonNode register() {
        return register;
    }

    StationClient station() {
        return station;
    }

    /** Path of something of this ward. */
    String path(String... parts) {
        String[] all = new String[parts.length + 2];
        all[0] = "wards";
        all[1] = ward;
        System.arraycopy(parts, 0, all, 2, parts.length);
        return StationClient.path(all);
    }

    /**
     * Who lies in this bed; a pseudonym stands for itself.
     *
     * @throws CommandFailure when there is no such bed, or nobody in it
     */
    String patientIn(String bed) {
        if (bed.startsWith("p-")) {
            return bed;
        }
        JsonNode found = find("beds", "id", bed)
                .orElseThrow(() ->
                        CommandFailure.usage("This ward has no bed " + bed + ".", "'wardlight ward show' lists them."));
        if (!found.path("patientRef").isTextual()) {
            throw CommandFailure.usage("Bed " + bed + " is empty.", "'wardlight ward show' says who lies where.");
        }
        return found.path("patientRef").asText();
    }

    Optional<JsonNode> patient(String patientRef) {
        return find("patients", "patientRef", patientRef);
    }

    /** Ms since 1970; null for none. */
    @Nullable
    Long moment(@Nullable String text) {
        try {
            return text == null ? null : (Long) moments.millis(text);
        } catch (IllegalArgumentException e) {
            throw CommandFailure.usage(e.getMessage() + ".", "Write 20m (ago), 10:15, or a time with its offset.");
        }
    }

    private Optional<JsonNode> find(String list, String key, String value) {
        return StreamSupport.stream(register.path(list).spliterator(), false)
                .filter(entry -> entry.path(key).asText().equals(value))
                .findFirst();
    }
}
