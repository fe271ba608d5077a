package org.wardlight.simulators.recording;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/** Reads a table with a line of column names, row by row, and names what is wrong with a row by its line. */
final class Table {

    private static final ObjectReader ROWS = new CsvMapper()
            .readerForMapOf(String.class)
            .with(CsvParser.Feature.TRIM_SPACES)
            .with(CsvParser.Feature.TRIM_HEADER_SPACES)
            .with(CsvParser.Feature.SKIP_EMPTY_LINES);

    private final String name;
    private final char separator;

    /** A table of this name whose cells are separated by this character. */
    Table(String name, char separator) {
        this.name = name;
        this.separator = separator;
    }

    /** What is done with each row. */
    interface Reader {
        void read(Row row);
    }

    /** @throws IllegalArgumentException saying in one sentence what is wrong with the content */
    void read(InputStream content, Reader reader) throws IOException {
        CsvSchema schema = CsvSchema.emptySchema().withHeader().withColumnSeparator(separator);
        try (MappingIterator<Map<String, String>> rows = ROWS.with(schema).readValues(content)) {
            int line = 2;
            while (rows.hasNextValue()) {
                Map<String, String> cells = rows.nextValue();
                reader.read(new Row(cells, line));
                // The parser stands where the next row begins.
                line = rows.getCurrentLocation().getLineNr();
            }
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "The recording " + name + " is not a CSV table (" + e.getOriginalMessage() + ").", e);
        }
    }

    /** One row. */
    final class Row {

        private final Map<String, String> cells;
        private final int line;

        private Row(Map<String, String> cells, int line) {
            this.cells = cells;
            this.line = line;
        }

        /** What the cell holds; empty when nothing. */
        String text(String column) {
            String cell = cells.get(column);
            if (cell == null) {
                throw new IllegalArgumentException("The recording " + name + " lacks the column " + column + ".");
            }
            return cell;
        }

        /** The number in the cell; NaN when there is none, however that is spelled. */
        double number(String column) {
            String cell = text(column);
            try {
                return cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException(
                        "The recording " + name + " has \"" + cell + "\" in the column " + column + " of line " + line
                                + ", not a number.",
                        e);
            }
        }

        /** What cannot be played, and in which line it stands. */
        IllegalArgumentException problem(String what) {
            return new IllegalArgumentException("The recording " + name + " " + what + " in line " + line + ".");
        }
    }
}
