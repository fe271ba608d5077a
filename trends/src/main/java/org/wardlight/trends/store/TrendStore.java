package org.wardlight.trends.store;

import com.influxdb.exceptions.InfluxException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wardlight.trends.reading.InfluxQlReader;
import org.wardlight.trends.reading.QuestDbSqlReader;
import org.wardlight.trends.reading.StoreHttp;
import org.wardlight.trends.reading.TrendReader;

/**
 * The store of trends, whichever it is: takes lines, keeps itself in order, and gives a reader. Made ready before the first
 * line and again after each time of trouble, because what comes back may be a new and empty one. A QuestDB that lost a table
 * calls its rows invalid, so it is made ready again also when it refuses.
 */
public final class TrendStore implements AutoCloseable {

    private final StoreSettings settings;
    private final LineClient client;
    private final Upkeep upkeep;
    private final TrendReader reader;
    private @Nullable String org;
    private boolean refusedWhenReady;

    private TrendStore(StoreSettings settings, LineClient client, Upkeep upkeep, TrendReader reader) {
        this.settings = settings;
        this.client = client;
        this.upkeep = upkeep;
        this.reader = reader;
    }

    /** Opens a store without connecting to it. */
    public static TrendStore open(StoreSettings settings, Retention retention) {
        LineClient client = new LineClient(settings);
        StoreHttp http = new StoreHttp(settings.uri(), settings.token());
        return switch (settings.kind()) {
            case INFLUXDB ->
                new TrendStore(
                        settings,
                        client,
                        new InfluxBucket(client, http, settings, retention),
                        new InfluxQlReader(http, settings.bucket()));
            case QUESTDB ->
                new TrendStore(settings, client, new QuestDbTables(http, retention), new QuestDbSqlReader(http));
        };
    }

    /** Writes lines of {@link org.wardlight.trends.schema.TrendSchema}; writing one again changes nothing. One thread only. */
    public StoreAnswer write(List<String> lines) {
        StoreAnswer answer = attempt(lines);
        if (answer instanceof StoreAnswer.Refused && settings.kind() == StoreKind.QUESTDB && !refusedWhenReady) {
            org = null;
            answer = attempt(lines);
            // Then it is the rows: while they are halved, nothing is made ready until some are taken.
            refusedWhenReady = answer instanceof StoreAnswer.Refused;
        } else if (answer instanceof StoreAnswer.Accepted) {
            refusedWhenReady = false;
        }
        return answer;
    }

    private StoreAnswer attempt(List<String> lines) {
        try {
            String ours = org == null ? upkeep.prepare() : org;
            org = ours;
            client.write(ours, lines);
            return new StoreAnswer.Accepted();
        } catch (StoreTrouble e) {
            return e.answer();
        } catch (InfluxException e) {
            StoreAnswer answer = StoreAnswer.ofWrite(e, settings.bucket());
            if (answer instanceof StoreAnswer.TryAgain) {
                org = null;
            }
            return answer;
        }
    }

    /**
     * Removes ten-second windows that have been kept long enough; may take a while.
     *
     * @throws RuntimeException when the store does not do it now
     */
    public void prune(Instant now) {
        upkeep.prune(now);
    }

    /** Reads what was written. */
    public TrendReader reader() {
        return reader;
    }

    @Override
    public void close() {
        client.close();
    }
}
