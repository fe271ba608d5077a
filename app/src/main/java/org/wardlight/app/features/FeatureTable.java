package org.wardlight.app.features;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.wardlight.models.features.FeatureLayout;

/** Writes rows as CSV, compressed when the name ends in .gz; what is unknown is an empty cell. */
final class FeatureTable implements AutoCloseable {

    private static final int BUFFER = 1 << 16;

    private final JsonGenerator csv;
    private long rows;

    private FeatureTable(JsonGenerator csv) {
        this.csv = csv;
    }

    /** Begins a file with these columns before those of the features. */
    static FeatureTable create(Path file, List<String> columns, FeatureLayout layout) throws IOException {
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER);
        if (file.toString().endsWith(".gz")) {
            out = new GZIPOutputStream(out, BUFFER);
        }
        FeatureTable table = new FeatureTable(
                new CsvFactory().createGenerator(new java.io.OutputStreamWriter(out, StandardCharsets.UTF_8)));
        table.csv.writeStartArray();
        for (String column : columns) {
            table.csv.writeString(column);
        }
        for (String feature : layout.names()) {
            table.csv.writeString(feature);
        }
        table.csv.writeEndArray();
        return table;
    }

    void row(List<String> cells, float[] features) throws IOException {
        csv.writeStartArray();
        for (String cell : cells) {
            csv.writeString(cell);
        }
        for (float feature : features) {
            csv.writeString(Float.isNaN(feature) ? "" : Float.toString(feature));
        }
        csv.writeEndArray();
        rows++;
    }

    long rows() {
        return rows;
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
