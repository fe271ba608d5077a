package org.wardlight.models.evaluation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.wardlight.events.VitalCatalogue;
import org.wardlight.events.v1.Vital;

/** Reads a table with a line of column names. */
final class Cells {

    private static final ObjectReader ROWS = new CsvMapper()
            .readerForMapOf(String.class)
            .with(CsvParser.Feature.TRIM_SPACES)
            .with(CsvParser.Feature.TRIM_HEADER_SPACES)
            .with(CsvParser.Feature.SKIP_EMPTY_LINES);

    private Cells() {}

    /** What is done with a row, by its number from 0. */
    interface Row {
        void read(int number, Map<String, String> cells);
    }

    static void read(String name, char separator, InputStream content, Row row) throws IOException {
        CsvSchema schema = CsvSchema.emptySchema().withHeader().withColumnSeparator(separator);
        try (MappingIterator<Map<String, String>> rows = ROWS.with(schema).readValues(content)) {
            for (int number = 0; rows.hasNextValue(); number++) {
                row.read(number, rows.nextValue());
            }
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(name + " is not a table (" + e.getOriginalMessage() + ").", e);
        }
    }

    /** The number in a cell; NaN when there is none, however that is spelled. */
    static double number(String name, Map<String, String> cells, String column) {
        String cell = cells.get(column);
        if (cell == null) {
            throw new IllegalArgumentException(name + " lacks the column " + column + ".");
        }
        try {
            return cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    name + " has \"" + cell + "\" in the column " + column + ", not a number.", e);
        }
    }

    /** Whether a device could have sent it: what was written down by hand or by a sensor that had come off is missing. */
    static boolean isUsable(Vital vital, double value) {
        return !Double.isNaN(value) && VitalCatalogue.standard().isPlausible(vital, value);
    }
}
