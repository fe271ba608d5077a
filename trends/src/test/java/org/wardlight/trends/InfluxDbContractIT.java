package org.wardlight.trends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;
import org.wardlight.events.v1.Method;
import org.wardlight.events.v1.Vital;
import org.wardlight.events.v1.VitalWindow;
import org.wardlight.trends.schema.TrendPoint;
import org.wardlight.trends.schema.TrendSchema;
import org.wardlight.trends.store.Retention;
import org.wardlight.trends.store.StoreAnswer;
import org.wardlight.trends.store.TrendStore;

/** Runs where an InfluxDB is named; says so where none is. */
class InfluxDbContractIT extends TrendReaderContractTest {

    private static final Duration FINE = Duration.ofHours(1);

    @Override
    InfluxDbServer start(Path directory) throws Exception {
        return InfluxDbServer.start(directory).orElseThrow(() -> {
            String reason = "no InfluxDB: WARDLIGHT_INFLUXD names no binary, WARDLIGHT_TEST_INFLUXDB_URL no server";
            System.out.println("InfluxDbContractIT skipped: " + reason);
            return new TestAbortedException(reason);
        });
    }

    @Test
    void deletesTenSecondWindowsThatAreTooOldAndNothingElse(@TempDir Path directory) throws Exception {
        try (InfluxDbServer other = start(directory);
                TrendStore rows = TrendStore.open(other.settings(), new Retention(FINE, null))) {
            // given
            assumeTrue(other.hasBucketsOfItsOwn(), "InfluxDB 1 is not pruned, and nobody else's rows are");
            Instant now = Instant.now();
            List<String> old = List.of(line(now, 120, 10_000));
            List<String> young = List.of(line(now, 30, 10_000), line(now, 29, 10_000));
            List<String> coarse = List.of(line(now, 120, 60_000), line(now, 121, 60_000), line(now, 122, 60_000));
            for (List<String> lines : List.of(old, young, coarse)) {
                assertThat(rows.write(lines)).isEqualTo(new StoreAnswer.Accepted());
            }
            awaitRows(rows, 6);

            // when
            rows.prune(now);

            // then
            awaitRows(rows, 5); // any other of the three kinds would leave another number
        }
    }

    private static void awaitRows(TrendStore store, long expected) {
        await().atMost(Duration.ofSeconds(10))
                .ignoreExceptions()
                .until(() -> store.reader().windowRows() == expected);
    }

    private static String line(Instant now, int minutesAgo, int resolutionMillis) {
        long start = now.minus(Duration.ofMinutes(minutesAgo)).toEpochMilli() / 60_000 * 60_000;
        return TrendSchema.vital(TrendPoint.of(VitalWindow.newBuilder()
                        .setPatientRef("p-00112233445566778899aabbccddeeff")
                        .setSite("main")
                        .setVital(Vital.SPO2)
                        .setMethod(Method.OXIMETRY)
                        .setResolutionMs(resolutionMillis)
                        .setStartMs(start)
                        .setMin(94)
                        .setMean(96)
                        .setMax(98)
                        .setCount(10)
                        .build()))
                .toLineProtocol();
    }
}
