package org.wardlight.app.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.wardlight.events.v1.Method;
import org.wardlight.events.v1.Vital;
import org.wardlight.trends.schema.Resolution;
import org.wardlight.trends.schema.TrendPoint;
import org.wardlight.trends.schema.TrendSchema;
import org.wardlight.trends.store.Retention;
import org.wardlight.trends.store.StoreAnswer;
import org.wardlight.trends.store.StoreSettings;
import org.wardlight.trends.store.TrendStore;

/** The store of trends, given rows that are already words, until a query finds all of them. */
final class StoreAlone implements Stage, AutoCloseable {

    private static final int BATCH = 500;
    private static final int PATIENTS = 500;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Instant begin = Instant.now().truncatedTo(ChronoUnit.MINUTES).minus(1, ChronoUnit.DAYS);
    private final HttpClient http = HttpClient.newHttpClient();
    private final TrendStore store;
    private final URI database;
    private final int rows;
    private int written;

    StoreAlone(int rows, URI database) {
        this.rows = rows;
        this.database = database;
        this.store = TrendStore.open(StoreSettings.questDb(database), Retention.STANDARD);
    }

    @Override
    public Cost round() throws IOException, InterruptedException {
        List<List<String>> batches = new ArrayList<>();
        for (int from = 0; from < rows; from += BATCH) {
            batches.add(batch(Math.min(BATCH, rows - from)));
        }
        Cost before = Cost.now();
        for (List<String> batch : batches) {
            if (!(store.write(batch) instanceof StoreAnswer.Accepted)) {
                throw new IllegalStateException("the store takes no rows");
            }
        }
        awaitRows();
        return before.since();
    }

    private List<String> batch(int size) {
        List<String> lines = new ArrayList<>(size);
        for (int i = 0; i < size; i++, written++) {
            lines.add(TrendSchema.vital(trend(written)).toLineProtocol());
        }
        return lines;
    }

    private TrendPoint trend(int row) {
        Instant start = begin.plusSeconds(10L * (row / PATIENTS));
        String patient = String.format("p-%032x", row % PATIENTS);
        double mean = 70 + row % 17;
        return new TrendPoint(
                Messages.SITE,
                patient,
                Vital.HEART_RATE,
                Method.ECG,
                Resolution.TEN_SECONDS,
                start,
                0,
                mean - 2,
                mean,
                mean + 2,
                1.25,
                0.5,
                10,
                1,
                0);
    }

    private void awaitRows() throws IOException, InterruptedException {
        String query = URLEncoder.encode("select count() from " + TrendSchema.VITAL, StandardCharsets.UTF_8);
        HttpRequest request =
                HttpRequest.newBuilder(database.resolve("/exp?query=" + query)).build();
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        while (!http.send(request, HttpResponse.BodyHandlers.ofString()).body().contains("\n" + written)) {
            if (System.nanoTime() > giveUp) {
                throw new IllegalStateException("rows that the store accepted are not found");
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    @Override
    public void close() {
        store.close();
    }
}
