package org.wardlight.trends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wardlight.events.v1.Method;
import org.wardlight.events.v1.Score;
import org.wardlight.events.v1.Vital;
import org.wardlight.events.v1.VitalWindow;
import org.wardlight.trends.reading.StoreHttp;
import org.wardlight.trends.schema.TrendPoint;
import org.wardlight.trends.schema.TrendSchema;
import org.wardlight.trends.store.Retention;
import org.wardlight.trends.store.StoreAnswer;
import org.wardlight.trends.store.TrendStore;

class QuestDbContractIT extends TrendReaderContractTest {

    @Override
    StoreServer start(Path directory) throws IOException {
        return QuestDbServer.start(directory);
    }

    @Test
    void makesATableAgainThatWasLost(@TempDir Path directory) throws Exception {
        try (StoreServer other = QuestDbServer.start(directory);
                TrendStore rows = TrendStore.open(other.settings(), Retention.STANDARD)) {
            // given
            StoreHttp http = new StoreHttp(other.settings().uri(), "");
            assertThat(rows.write(List.of(score()))).isEqualTo(new StoreAnswer.Accepted());
            http.get("/exec", Map.of("query", "DROP TABLE vital"));

            // when
            StoreAnswer answer = rows.write(List.of(line(2), line(3)));

            // then
            assertThat(answer).isEqualTo(new StoreAnswer.Accepted());
            await().atMost(Duration.ofSeconds(10))
                    .ignoreExceptions()
                    .until(() -> rows.reader().windowRows() == 2);
            assertThat(http.get("/exec", Map.of("query", "SELECT dedup FROM tables() WHERE table_name = 'vital'"))
                            .toString())
                    .as("rows written twice stay one")
                    .contains("[[true]]");
        }
    }

    private static String score() {
        return TrendSchema.score(
                        "main",
                        Score.newBuilder()
                                .setPatientRef("p-00112233445566778899aabbccddeeff")
                                .setScoreId("news2")
                                .setTimeMs(Instant.now().toEpochMilli())
                                .setUnavailable("too little is known")
                                .build())
                .toLineProtocol();
    }

    private static String line(int minute) {
        long start = Instant.now().toEpochMilli() / 60_000 * 60_000 - 3_600_000;
        return TrendSchema.vital(TrendPoint.of(VitalWindow.newBuilder()
                        .setPatientRef("p-00112233445566778899aabbccddeeff")
                        .setSite("main")
                        .setVital(Vital.SPO2)
                        .setMethod(Method.OXIMETRY)
                        .setResolutionMs(60_000)
                        .setStartMs(start + minute * 60_000L)
                        .setMin(94)
                        .setMean(96)
                        .setMax(98)
                        .setCount(60)
                        .build()))
                .toLineProtocol();
    }
}
