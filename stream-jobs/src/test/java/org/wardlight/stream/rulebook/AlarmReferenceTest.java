package org.wardlight.stream.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** {@code docs/alarm-reference.md} says what the job does; {@code -Dalarm-reference.write=true} writes it anew. */
class AlarmReferenceTest {

    private static final Path PAGE = Path.of("..", "docs", "alarm-reference.md");

    @Test
    void isCurrent() throws IOException {
        String page = AlarmReference.page();
        if (Boolean.getBoolean("alarm-reference.write")) {
            Files.writeString(PAGE, page);
        }

        assertThat(Files.readString(PAGE))
                .as("docs/alarm-reference.md is out of date: run this test with -Dalarm-reference.write=true")
                .isEqualTo(page);
    }
}
