package org.wardlight.simulators.recording;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wardlight.events.DeviceId;
import org.wardlight.events.v1.Vital;
import org.wardlight.simulators.device.DeviceProfile;
import org.wardlight.simulators.device.Signal;

/**
 * A mapping file: says what the columns of a table of one's own mean, so that it can be played like a published data set.
 *
 * @param id name of the device profile
 * @param files tables that it plays, beside the mapping file, one patient each; null when the command names the table
 * @param separator between cells; null for a comma
 * @param interval from one message to the next
 * @param time how the table tells time
 * @param columns by their name in the first line of the table
 */
record CsvMapping(
        @Nullable String id,
        @Nullable List<String> files,
        @Nullable String separator,
        @Nullable String interval,
        @Nullable MappedTime time,
        @Nullable Map<String, MappedColumn> columns) {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION.mappedFeature())
            .setPropertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE);

    /** @throws IllegalArgumentException naming the key */
    CsvMapping {
        if (id == null || !DeviceId.isValid(id)) {
            throw new IllegalArgumentException("id must be a short name such as my-monitor, not " + id);
        }
        if (separator != null && separator.length() != 1) {
            throw new IllegalArgumentException("separator must be one character, not \"" + separator + "\"");
        }
        MappedTime.duration("interval", String.valueOf(interval));
        if (time == null) {
            throw new IllegalArgumentException("time is missing");
        }
        if (columns == null || columns.isEmpty()) {
            throw new IllegalArgumentException("columns must name at least one column");
        }
        Set<Vital> vitals = new HashSet<>();
        columns.forEach((name, column) -> {
            if (!vitals.add(column.measures())) {
                throw new IllegalArgumentException("columns: " + column.vital() + " stands twice");
            }
        });
    }

    /** @throws IllegalArgumentException naming the key that is wrong and its line */
    static CsvMapping load(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("There is no file " + file + ".");
        }
        try (InputStream yaml = Files.newInputStream(file)) {
            return YAML.readValue(yaml, CsvMapping.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The mapping " + file + ": " + problem(e) + ".", e);
        } catch (IOException e) {
            throw new IllegalArgumentException("The mapping " + file + " cannot be read (" + e.getMessage() + ").", e);
        }
    }

    /** The tables it names, found beside it. */
    List<Path> filesBeside(Path mapping) {
        if (files == null || files.isEmpty()) {
            throw new IllegalArgumentException(
                    "The mapping " + mapping + " names no tables: add files, or give the table and --mapping.");
        }
        return files.stream().map(mapping::resolveSibling).toList();
    }

    RecordedProfile profile() {
        Duration every = every();
        List<Signal> signals = known(columns).values().stream()
                .map(column -> new Signal(column.measures(), column.measuredBy(), column.measuredAt(), every))
                .toList();
        Map<Vital, Duration> noSignalAfter = known(columns).values().stream()
                .collect(Collectors.toMap(MappedColumn::measures, column -> column.lostAfter(every)));
        return new RecordedProfile(
                "recordings of your own", new DeviceProfile(String.valueOf(id), every, signals), noSignalAfter);
    }

    /**
     * Reads one table. Rows of one interval become one reading: of each vital the newest value.
     *
     * @throws IllegalArgumentException naming the column and the line
     */
    Recording read(Path table) {
        if (!Files.isRegularFile(table)) {
            throw new IllegalArgumentException("There is no file " + table + ".");
        }
        String name = String.valueOf(table.getFileName());
        Rows rows = new Rows();
        try (InputStream csv = Files.newInputStream(table)) {
            new Table(name, separator == null ? ',' : separator.charAt(0)).read(csv, rows::add);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "The recording " + name + " cannot be read (" + e.getMessage() + ").", e);
        }
        return new Recording(name, every(), rows.steps.rows());
    }

    private Duration every() {
        return MappedTime.duration("interval", String.valueOf(interval));
    }

    private static String problem(JsonProcessingException cause) {
        String path = cause instanceof JsonMappingException mapping
                ? mapping.getPath().stream()
                        .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                        .collect(Collectors.joining("."))
                : "";
        JsonLocation at = cause.getLocation();
        String line = at == null ? "" : " (line " + at.getLineNr() + ")";
        return (path.isEmpty() ? "" : path + ": ") + sentence(cause) + line;
    }

    private static @Nullable String sentence(JsonProcessingException cause) {
        if (cause instanceof UnrecognizedPropertyException unknown) {
            return "is not a known key; known here: "
                    + unknown.getKnownPropertyIds().stream()
                            .map(String::valueOf)
                            .sorted()
                            .collect(Collectors.joining(", "));
        }
        return cause.getCause() instanceof IllegalArgumentException own ? own.getMessage() : cause.getOriginalMessage();
    }

    /** The constructor has refused whatever lacks it. */
    private static <T> T known(@Nullable T checked) {
        if (checked == null) {
            throw new IllegalStateException("a mapping without its parts");
        }
        return checked;
    }

    private final class Rows {

        private final Steps steps = new Steps();
        private long first;
        private long last;

        private void add(Table.Row row) {
            long millis = known(time).millis(row);
            if (steps.size() == 0) {
                first = millis;
                last = millis;
            }
            if (millis < last) {
                throw row.problem("goes back in time");
            }
            last = millis;
            long step = Math.round((millis - first) / (double) every().toMillis());
            if (step >= Steps.MOST) {
                throw row.problem("jumps by more than " + Steps.MOST + " intervals");
            }
            steps.at((int) step);
            known(columns)
                    .forEach((name, column) ->
                            steps.note((int) step, column.measures(), column.canonical(row.number(name))));
        }
    }
}
