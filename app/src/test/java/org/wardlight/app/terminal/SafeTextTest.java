package org.wardlight.app.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class SafeTextTest {

    @Test
    void neverLetsAnEscapeSequenceThrough() {
        String attack = "\u001b]0;owned\u0007\u001b[2Jhello\u202e\n";

        assertThat(SafeText.line(attack, 100)).isEqualTo("\\u001b]0;owned\\u0007\\u001b[2Jhello\\u202e\\u000a");
        assertThat(SafeText.bytes(("{\"a\":1}" + "x".repeat(100) + attack).getBytes(StandardCharsets.UTF_8)))
                .doesNotContain("\u001b")
                .contains("\\u001b");
    }

    @Test
    void keepsTheLinesOfAText() {
        assertThat(SafeText.bytes("{\n  \"spo2\": 97\n}".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("{\n  \"spo2\": 97\n}");
    }

    @Test
    void showsWhatIsNoTextAsHexadecimalDigits() {
        byte[] bytes = {(byte) 0xff, 0x00, 'A', 'B'};

        assertThat(SafeText.bytes(bytes)).startsWith("00000000  ff 00 41 42").endsWith("..AB");
    }

    @Test
    void cutsALongLine() {
        assertThat(SafeText.line("abcdef", 3)).isEqualTo("abc...");
    }
}
