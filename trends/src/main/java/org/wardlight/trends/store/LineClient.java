package org.wardlight.trends.store;

import com.influxdb.client.InfluxDBClient;
import com.influxdb.client.InfluxDBClientFactory;
import com.influxdb.client.InfluxDBClientOptions;
import com.influxdb.client.domain.WritePrecision;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;

/** Writes lines to {@code /api/v2/write}, which several stores understand; to {@code /write} of an InfluxDB 1. */
final class LineClient implements AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(3);
    /** A store that is busy merging may take its time; the log waits. */
    private static final Duration ANSWER = Duration.ofSeconds(20);

    private final StoreSettings settings;
    private final VersionOnePaths versionOnePaths = new VersionOnePaths();
    private final InfluxDBClient influx;

    LineClient(StoreSettings settings) {
        this.settings = settings;
        this.influx = InfluxDBClientFactory.create(InfluxDBClientOptions.builder()
                .url(settings.uri().toString())
                .authenticateToken(settings.token().toCharArray())
                .okHttpClient(new OkHttpClient.Builder()
                        .connectTimeout(CONNECT)
                        .writeTimeout(ANSWER)
                        .readTimeout(ANSWER)
                        .addInterceptor(versionOnePaths))
                .build());
        if (!settings.isLoopback()) {
            influx.enableGzip();
        }
    }

    InfluxDBClient influx() {
        return influx;
    }

    /** Whether the server says that it is an InfluxDB 1 or 3, which have databases and no organisations. */
    boolean hasDatabasesOnly() {
        String version = influx.version();
        versionOnePaths.used = version.startsWith("1.");
        return versionOnePaths.used || version.startsWith("3.");
    }

    /** Writes lines in nanoseconds. */
    void write(String org, List<String> lines) {
        influx.getWriteApiBlocking().writeRecords(settings.bucket(), org, WritePrecision.NS, lines);
    }

    @Override
    public void close() {
        influx.close();
    }

    /** Before 1.8, an InfluxDB 1 knows only its own path. */
    private static final class VersionOnePaths implements Interceptor {

        private volatile boolean used;

        @Override
        public Response intercept(Chain chain) throws IOException {
            HttpUrl url = chain.request().url();
            String path = "/api/v2/write";
            if (!used || !url.encodedPath().endsWith(path)) {
                return chain.proceed(chain.request());
            }
            HttpUrl own = url.newBuilder()
                    .encodedPath(url.encodedPath().replace(path, "/write"))
                    .addQueryParameter("db", url.queryParameter("bucket"))
                    .build();
            return chain.proceed(chain.request().newBuilder().url(own).build());
        }
    }
}
