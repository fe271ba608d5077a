package org.wardlight.app.models;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Writes {@code stay,hour,probability,prediction}: one row for each hour of each stay, hours from 0. */
final class PredictionFile implements AutoCloseable {

    private final JsonGenerator csv;

    private PredictionFile(JsonGenerator csv) {
        this.csv = csv;
    }

    static PredictionFile create(Path file) throws IOException {
        PredictionFile created = new PredictionFile(
                new CsvFactory().createGenerator(Files.newBufferedWriter(file, StandardCharsets.UTF_8)));
        created.row("stay", "hour", "probability", "prediction");
        return created;
    }

    void stay(String id, double[] probabilities, double threshold) throws IOException {
        for (int hour = 0; hour < probabilities.length; hour++) {
            row(
                    id,
                    Integer.toString(hour),
                    String.format(Locale.ROOT, "%.7f", probabilities[hour]),
                    probabilities[hour] >= threshold ? "1" : "0");
        }
    }

    private void row(String... cells) throws IOException {
        csv.writeStartArray();
        for (String cell : cells) {
            csv.writeString(cell);
        }
        csv.writeEndArray();
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
