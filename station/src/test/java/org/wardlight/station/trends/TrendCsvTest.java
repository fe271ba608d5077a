package org.wardlight.station.trends;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wardlight.events.v1.Method;
import org.wardlight.events.v1.Vital;
import org.wardlight.trends.reading.TrendSeries;
import org.wardlight.trends.reading.TrendSeries.Bucket;

class TrendCsvTest {

    private static final List<TrendSeries> SERIES = List.of(
            new TrendSeries(
                    "p-1", Vital.SPO2, Method.OXIMETRY, List.of(bucket("08:00:10", 95), bucket("08:00:20", 96))),
            new TrendSeries("p-1", Vital.SYSTOLIC_PRESSURE, Method.CUFF, List.of(bucket("08:00:00", 120))));

    @Test
    void hasOneRowForEachBucketByTime() {
        assertThat(TrendCsv.plain("p-1", SERIES).lines())
                .containsExactly(
                        "patient_ref,time,vital,unit,method,min,mean,max,count,late",
                        "p-1,2026-11-21T08:00:00Z,systolic-pressure,mm[Hg],cuff,119.0,120.33,121.0,3,1",
                        "p-1,2026-11-21T08:00:10Z,spo2,%,oximetry,94.0,95.33,96.0,3,1",
                        "p-1,2026-11-21T08:00:20Z,spo2,%,oximetry,95.0,96.33,97.0,3,1");
    }

    @Test
    void pseudonymisedSaysNeitherWhoNorWhen() {
        String csv = TrendCsv.pseudonymised(SERIES);

        assertThat(csv).doesNotContain("p-1").doesNotContain("2026").doesNotContain("08:00");
        assertThat(csv.lines().findFirst()).hasValue("patient_ref,seconds,vital,unit,method,min,mean,max,count,late");
        assertThat(csv.lines().skip(1).map(line -> line.split(",", -1)[1])).containsExactly("0", "10", "20");
        assertThat(csv.lines().skip(1).map(line -> line.split(",", -1)[0]).distinct())
                .hasSize(1);
    }

    @Test
    void twoExportsCannotBeJoined() {
        assertThat(pseudonym()).matches("x-[0-9a-f]{16}").isNotEqualTo(pseudonym());
    }

    @Test
    void nothingMeasuredIsAHeaderAlone() {
        assertThat(TrendCsv.plain("p-1", List.of()).lines())
                .containsExactly("patient_ref,time,vital,unit,method,min,mean,max,count,late");
    }

    private static String pseudonym() {
        return TrendCsv.pseudonymised(SERIES)
                .lines()
                .skip(1)
                .findFirst()
                .orElseThrow()
                .split(",", -1)[0];
    }

    private static Bucket bucket(String time, double mean) {
        return new Bucket(Instant.parse("2026-11-21T" + time + "Z"), mean - 1, mean + 0.33333, mean + 1, 3, 1);
    }
}
