package org.wardlight.trends.store;

import com.influxdb.client.BucketsQuery;
import com.influxdb.client.InfluxDBClient;
import com.influxdb.client.domain.Bucket;
import com.influxdb.client.domain.BucketRetentionRules;
import com.influxdb.client.domain.DBRPCreate;
import com.influxdb.client.service.DbrPsService;
import com.influxdb.exceptions.InfluxException;
import com.influxdb.exceptions.NotFoundException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wardlight.trends.reading.StoreHttp;
import org.wardlight.trends.reading.TrendsUnavailable;
import org.wardlight.trends.schema.Resolution;
import org.wardlight.trends.schema.TrendSchema;
import retrofit2.Response;

/**
 * A bucket of an InfluxDB. It must be there; its organisation is found by its name, so that address, token and bucket are
 * all that a person has to say. InfluxDB 1 and 3 have databases instead and are written to as they are.
 */
final class InfluxBucket implements Upkeep {

    private static final Logger LOG = LoggerFactory.getLogger(InfluxBucket.class);
    /** What a request names when the server has no organisations. */
    private static final String NO_ORG = "-";

    private static final String RETENTION_POLICY = "autogen";

    private final LineClient client;
    private final StoreHttp http;
    private final StoreSettings settings;
    private final Retention retention;
    private volatile @Nullable Bucket found;

    InfluxBucket(LineClient client, StoreHttp http, StoreSettings settings, Retention retention) {
        this.client = client;
        this.http = http;
        this.settings = settings;
        this.retention = retention;
    }

    @Override
    public String prepare() {
        try {
            if (client.hasDatabasesOnly()) {
                return NO_ORG;
            }
            Bucket bucket = find();
            setRetention(bucket);
            makeReadable(bucket);
            found = bucket;
            return bucket.getOrgID();
        } catch (InfluxException e) {
            throw new StoreTrouble(StoreAnswer.trouble(e, settings.bucket()), e);
        }
    }

    @Override
    public void prune(Instant now) {
        Bucket bucket = found;
        if (bucket == null || retention.fine().isZero()) {
            return;
        }
        try {
            influx().getDeleteApi()
                    .delete(
                            Instant.EPOCH.atOffset(ZoneOffset.UTC),
                            now.minus(retention.fine()).atOffset(ZoneOffset.UTC),
                            "_measurement=\"" + TrendSchema.VITAL + "\" AND resolution=\"" + Resolution.TEN_SECONDS.id()
                                    + "\"",
                            settings.bucket(),
                            bucket.getOrgID());
        } catch (InfluxException e) {
            throw new StoreTrouble(StoreAnswer.trouble(e, settings.bucket()), e);
        }
    }

    private Bucket find() {
        BucketsQuery query = new BucketsQuery();
        query.setName(settings.bucket());
        try {
            return influx().getBucketsApi().findBuckets(query).stream()
                    .filter(bucket -> bucket.getName().equals(settings.bucket()))
                    .filter(bucket -> bucket.getOrgID() != null && isOurs(bucket))
                    .findFirst()
                    .orElseThrow(() -> new StoreTrouble(StoreAnswer.noBucket(settings.bucket())));
        } catch (NotFoundException e) {
            throw new StoreTrouble(StoreAnswer.noBucket(settings.bucket()), e);
        }
    }

    private boolean isOurs(Bucket bucket) {
        String org = settings.org();
        return org == null
                || org.equals(bucket.getOrgID())
                || influx().getOrganizationsApi().findOrganizations().stream()
                        .anyMatch(one ->
                                org.equals(one.getName()) && bucket.getOrgID().equals(one.getId()));
    }

    /** Only a rule that somebody asked for replaces the one that the bucket has. */
    private void setRetention(Bucket bucket) {
        Duration rest = retention.rest();
        if (rest == null || rest.isZero()) {
            return;
        }
        int seconds = Math.toIntExact(rest.toSeconds());
        boolean isSet =
                bucket.getRetentionRules().stream().anyMatch(rule -> Objects.equals(rule.getEverySeconds(), seconds));
        if (isSet) {
            return;
        }
        try {
            influx().getBucketsApi()
                    .updateBucket(bucket.retentionRules(List.of(new BucketRetentionRules().everySeconds(seconds))));
            LOG.info("part=trends the bucket now keeps rows for {} days", rest.toDays());
        } catch (InfluxException e) {
            LOG.warn("part=trends the token may not change the bucket, which keeps its own retention rule", e);
        }
    }

    /**
     * To InfluxQL a bucket must be mapped to a database. Most servers do that by themselves; for the others it is done here.
     * A token that may not do it can still write, so it is no reason to stop.
     */
    private void makeReadable(Bucket bucket) {
        try {
            String question = "SELECT \"mean\" FROM \"" + TrendSchema.VITAL + "\" LIMIT 1";
            boolean isMapped = !http.get("/query", Map.of("db", settings.bucket(), "q", question))
                    .path("results")
                    .path(0)
                    .path("error")
                    .asText()
                    .contains("not found");
            if (!isMapped) {
                map(bucket);
            }
        } catch (TrendsUnavailable | IOException e) {
            LOG.warn("part=trends the bucket may not be readable with InfluxQL", e);
        }
    }

    private void map(Bucket bucket) throws IOException {
        DBRPCreate mapping = new DBRPCreate()
                .orgID(bucket.getOrgID())
                .bucketID(bucket.getId())
                .database(settings.bucket())
                .retentionPolicy(RETENTION_POLICY)
                ._default(true);
        Response<?> response =
                influx().getService(DbrPsService.class).postDBRP(mapping, null).execute();
        LOG.info("part=trends mapped the bucket to a database for InfluxQL, status={}", response.code());
    }

    private InfluxDBClient influx() {
        return client.influx();
    }
}
