package org.wardlight.app.trends;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wardlight.app.embedded.EmbeddedQuestDb;
import org.wardlight.app.embedded.FreePorts;
import org.wardlight.app.terminal.ExitCode;
import org.wardlight.app.terminal.Terminal;
import picocli.CommandLine;

class TrendsCommandIT {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final CommandLine command = new CommandLine(
            new TrendsCommand(new Terminal(out, err, Terminal.Look.of(Map.of("LANG", "C.UTF-8"), false))));

    @Test
    void timesTheQuestionsOfPagesAgainstAWholeAnswer() throws Exception {
        int code = command.execute("time", "--patients", "3", "--hours", "2", "--runs", "2", "--json");

        assertThat(code).as(err.toString(StandardCharsets.UTF_8)).isEqualTo(ExitCode.OK);
        JsonNode figures = new ObjectMapper().readTree(out.toByteArray());
        assertThat(figures.path("rows").asInt()).isEqualTo(3 * 8 * 120);
        assertThat(figures.at("/reads/0/buckets").asInt()).isEqualTo(8 * 8);
        assertThat(figures.at("/reads/1/buckets").asInt()).isEqualTo(3 * 8 * 60);
        assertThat(figures.at("/reads/0/median_ms").asDouble()).isPositive();
    }

    @Test
    void checksTheStoreThatTheStationIsConfiguredWith(@TempDir Path folder) throws Exception {
        try (EmbeddedQuestDb questDb = EmbeddedQuestDb.start(folder.resolve("db"), new FreePorts().any())) {
            Path file = Files.writeString(folder.resolve("wardlight.yaml"), """
                    wardlight:
                      trends:
                        kind: questdb
                        uri: %s
                    """.formatted(questDb.uri()));

            int code = command.execute("check", "--config", file.toString());

            assertThat(code).as(err.toString(StandardCharsets.UTF_8)).isEqualTo(ExitCode.OK);
        }
    }
}
