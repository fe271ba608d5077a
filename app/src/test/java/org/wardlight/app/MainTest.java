package org.wardlight.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wardlight.app.terminal.Terminal;

final class MainTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void saysItsVersion() {
        assertThat(run("version")).isZero();
        assertThat(out()).startsWith("wardlight 0.").contains("on Java ");
    }

    @Test
    void saysItsVersionAsJson() {
        assertThat(run("version", "--json")).isZero();
        assertThat(out()).startsWith("{\"version\":\"0.").endsWith("}\n");
    }

    @Test
    void answersAMisspeltCommandWithOneSentenceAndAnAdvice() {
        assertThat(run("dmo")).isEqualTo(2);
        assertThat(err()).contains("dmo").contains("wardlight --help").doesNotContain("Exception");
    }

    @Test
    void showsItsCommandsWhenNoneIsGiven() {
        assertThat(run()).isEqualTo(2);
        assertThat(out()).contains("Usage: wardlight").contains("doctor").contains("Begin with: wardlight demo");
    }

    @Test
    void refusesAnUnknownRole() {
        assertThat(run("run", "nurse")).isEqualTo(2);
        assertThat(err()).contains("There is no role nurse");
    }

    @Test
    void refusesAnIdThatIsNoDeadLetter() {
        assertThat(run("dlq", "show", "seventeen")).isEqualTo(2);
        assertThat(err()).contains("3-17");
    }

    @Test
    void namesTheReasonsWhenOneIsUnknown() {
        assertThat(run("dlq", "list", "--reason", "ugly")).isEqualTo(2);
        assertThat(err()).contains("unknown-vital");
    }

    @Test
    void saysThatKafkaIsAwayAndWhatToDo() {
        assertThat(run("topics", "diff", "--kafka", "not-an-address")).isEqualTo(3);
        assertThat(err()).contains("Kafka does not answer at not-an-address").contains("wardlight demo");
    }

    @Test
    void listsTheScenarios() {
        assertThat(run("sim", "list")).isZero();
        assertThat(out()).contains("probe-off").contains("sepsis");
    }

    @Test
    void refusesAScenarioThatDoesNotExist() {
        assertThat(run("sim", "run", "--scenario", "flood")).isEqualTo(2);
        assertThat(err()).contains("flood").contains("probe-off");
    }

    @Test
    void completesInTheShell() {
        assertThat(run("completion")).isZero();
        assertThat(out()).contains("complete -F").contains("dlq");
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "sim", "topics", "dlq", "doctor", "config", "version", "completion"})
    void explainsEveryCommand(String command) {
        assertThat(run(command, "--help")).isZero();
    }

    private int run(String... args) {
        Terminal terminal = new Terminal(out, err, Terminal.Look.of(Map.of("LANG", "C.UTF-8"), false));
        return Main.run(args, terminal);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
