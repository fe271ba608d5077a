package org.wardlight.app.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wardlight.trends.store.Retention;
import org.wardlight.trends.store.StoreAnswer;
import org.wardlight.trends.store.StoreSettings;
import org.wardlight.trends.store.TrendStore;

final class EmbeddedQuestDbIT {

    private static final String LINE = "vital,method=oximetry,patient_ref=p-00112233445566778899aabbccddeeff,"
            + "resolution=1m,site=main,vital=spo2 count=60i,late=0i,max=98.0,mean=96.5,min=94.0 1795290180000000000";

    @TempDir
    Path folder;

    @Test
    void keepsItsRowsOverARestartAndSaysNothing() throws Exception {
        PrintStream out = System.out;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
        int port = new FreePorts().any();
        try {
            try (EmbeddedQuestDb questDb = EmbeddedQuestDb.start(folder, port)) {
                assertThat(rows(questDb, List.of(LINE, LINE))).isEqualTo(1);
            }
            try (EmbeddedQuestDb questDb = EmbeddedQuestDb.start(folder, port)) {
                assertThat(rows(questDb, List.of(LINE))).isEqualTo(1);
            }
        } finally {
            System.setOut(out);
        }
        assertThat(said.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(FreePorts.isFree(port)).isTrue();
    }

    private static long rows(EmbeddedQuestDb questDb, List<String> lines) throws Exception {
        try (TrendStore store = TrendStore.open(StoreSettings.questDb(questDb.uri()), Retention.STANDARD)) {
            assertThat(store.write(lines)).isEqualTo(new StoreAnswer.Accepted());
            await().atMost(Duration.ofSeconds(20)).until(() -> store.reader().windowRows() > 0);
            return store.reader().windowRows();
        }
    }
}
