package org.wardlight.simulators.recording;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wardlight.events.v1.Vital;

/**
 * Reads the numerics of the BIDMC PPG and Respiration data set: one CSV file for each patient, one row a second. HR and
 * PULSE are in /min, RESP in /min, SpO2 in %. A cell that is blank or {@code NaN} was not measured. The first row may stand
 * at second 0 (also spelled -0) or -1.
 */
final class BidmcNumerics {

    static final String EXAMPLE = "bidmc_01_Numerics.csv";

    private static final Pattern FILE = Pattern.compile("(?:.*/)?bidmc_(\\d+)_Numerics\\.csv");

    private static final String TIME = "Time [s]";
    private static final Map<String, Vital> COLUMNS = Map.of(
            "HR", Vital.HEART_RATE,
            "PULSE", Vital.PULSE_RATE,
            "RESP", Vital.RESPIRATORY_RATE,
            "SpO2", Vital.SPO2);

    /** The real ones last eight minutes; a longer one is a broken time column. */
    private static final int MOST_SECONDS = 24 * 3600;

    private static final ObjectReader ROWS = new CsvMapper()
            .readerForMapOf(String.class)
            .with(CsvSchema.emptySchema().withHeader())
            .with(CsvParser.Feature.TRIM_SPACES)
            .with(CsvParser.Feature.TRIM_HEADER_SPACES)
            .with(CsvParser.Feature.SKIP_EMPTY_LINES);

    private final String id;
    private final List<Recording.Second> seconds = new ArrayList<>();
    private long firstSecond;

    private BidmcNumerics(String id) {
        this.id = id;
    }

    /** The id of the recording in the file of this name, if it is one; folders in the zip do not matter. */
    static Optional<String> idOf(String fileName) {
        Matcher name = FILE.matcher(fileName);
        return name.matches() ? Optional.of("bidmc-" + name.group(1)) : Optional.empty();
    }

    /**
     * Reads one file.
     *
     * @throws IllegalArgumentException saying in one sentence what is wrong with the content
     */
    static Recording read(String id, InputStream csv) throws IOException {
        BidmcNumerics numerics = new BidmcNumerics(id);
        try (MappingIterator<Map<String, String>> rows = ROWS.readValues(csv)) {
            while (rows.hasNextValue()) {
                numerics.add(rows.nextValue());
            }
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "The recording " + id + " is not a CSV table (" + e.getOriginalMessage() + ").", e);
        }
        return new Recording(id, numerics.seconds);
    }

    private void add(Map<String, String> row) {
        long time = Math.round(number(row, TIME));
        if (seconds.isEmpty()) {
            firstSecond = time;
        }
        long index = time - firstSecond;
        if (index < seconds.size() || index >= MOST_SECONDS) {
            throw new IllegalArgumentException(
                    "The recording " + id + " jumps to second " + time + " after " + seconds.size() + " seconds.");
        }
        while (seconds.size() < index) {
            seconds.add(Recording.Second.NOTHING);
        }
        seconds.add(second(row));
    }

    private Recording.Second second(Map<String, String> row) {
        Map<Vital, Double> values = new EnumMap<>(Vital.class);
        COLUMNS.forEach((column, vital) -> {
            double value = number(row, column);
            if (Double.isFinite(value)) {
                values.put(vital, value);
            }
        });
        return new Recording.Second(values);
    }

    private double number(Map<String, String> row, String column) {
        String cell = row.get(column);
        if (cell == null) {
            throw new IllegalArgumentException("The recording " + id + " lacks the column " + column + ".");
        }
        try {
            return cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "The recording " + id + " has \"" + cell + "\" in the column " + column + ", not a number.", e);
        }
    }
}
