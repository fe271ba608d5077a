package org.wardlight.app.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.wardlight.app.terminal.Terminal.Look;

final class TerminalTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void writesPlainLinesIntoAPipe() {
        terminal(Look.of(Map.of("LANG", "en_US.UTF-8", "TERM", "xterm"), false))
                .step("Kafka")
                .done("127.0.0.1:9092");

        assertThat(out()).matches("  \u2714 Kafka {14}127\\.0\\.0\\.1:9092 {21}  0\\.\\d s\n");
    }

    @Test
    void writesAsciiWhereNothingElseShows() {
        terminal(Look.of(Map.of("LANG", "C"), false)).step("Kafka").done("");

        assertThat(out()).startsWith("  ok Kafka");
    }

    @Test
    void keepsColoursToATerminalThatWantsThem() {
        assertThat(Look.of(Map.of("TERM", "xterm"), true).coloured()).isTrue();
        assertThat(Look.of(Map.of("TERM", "xterm", "NO_COLOR", "1"), true).coloured())
                .isFalse();
        assertThat(Look.of(Map.of("TERM", "dumb"), true).coloured()).isFalse();
        assertThat(Look.of(Map.of("TERM", "xterm"), false).coloured()).isFalse();
    }

    @Test
    void leavesStdoutToTheResultWhenAProgramReadsIt() {
        Terminal terminal = terminal(Look.of(Map.of(), false)).keepingStdoutForResults();

        terminal.line("starting");
        terminal.result("{}");

        assertThat(out()).isEqualTo("{}\n");
        assertThat(err()).isEqualTo("starting\n");
    }

    @Test
    void saysWhatWentWrongAndThenWhatToDo() {
        terminal(Look.of(Map.of(), false)).failure("It is broken.", "Mend it.");

        assertThat(err()).isEqualTo("failed: It is broken.\n  Mend it.\n");
    }

    private Terminal terminal(Look look) {
        return new Terminal(out, err, look);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
