package org.wardlight.trends.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One row of an answer. Both stores give rows as arrays of cells; InfluxDB names what a whole group has in common only once.
 *
 * @param columns place of each column in the cells
 * @param group what all rows of the group have in common
 */
record Row(Map<String, Integer> columns, Map<String, String> group, JsonNode cells) {

    static Map<String, Integer> places(Iterable<String> names) {
        Map<String, Integer> places = new HashMap<>();
        names.forEach(name -> places.put(name, places.size()));
        return places;
    }

    /** The text of a column; empty when it has none. */
    String text(String column) {
        String common = group.get(column);
        return common == null ? cell(column).asText("") : common;
    }

    /** The number of a column, if it has one. */
    @Nullable
    Double number(String column) {
        JsonNode cell = cell(column);
        return cell.isNumber() ? (Double) cell.doubleValue() : null;
    }

    /** The whole number of a column, 0 when it has none. */
    long whole(String column) {
        return Math.round(cell(column).asDouble());
    }

    boolean isTrue(String column) {
        return cell(column).asBoolean();
    }

    /** The column {@code time}, in milliseconds since 1970. */
    Instant time() {
        return Instant.ofEpochMilli(cell("time").asLong());
    }

    private JsonNode cell(String column) {
        Integer place = columns.get(column);
        JsonNode cell = place == null ? null : cells.get(place);
        return cell == null || cell.isNull() ? MissingNode.getInstance() : cell;
    }
}
