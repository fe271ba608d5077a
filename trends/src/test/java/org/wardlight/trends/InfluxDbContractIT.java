package org.wardlight.trends;

import java.nio.file.Path;
import org.opentest4j.TestAbortedException;

/** Runs where an InfluxDB is named; says so where none is. */
class InfluxDbContractIT extends TrendReaderContractTest {

    @Override
    StoreServer start(Path directory) throws Exception {
        return InfluxDbServer.start(directory).orElseThrow(() -> {
            String reason = "no InfluxDB: WARDLIGHT_INFLUXD names no binary, WARDLIGHT_TEST_INFLUXDB_URL no server";
            System.out.println("InfluxDbContractIT skipped: " + reason);
            return new TestAbortedException(reason);
        });
    }
}
