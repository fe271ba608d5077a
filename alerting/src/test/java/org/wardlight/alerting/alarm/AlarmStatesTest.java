package org.wardlight.alerting.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code docs/alarm-states.md} is the whole table; {@code -Dalarm-states.write=true} writes it anew. */
class AlarmStatesTest {

    private static final Path PAGE = Path.of("..", "docs", "alarm-states.md");

    @Test
    void everyStateMeetsEveryInputAsThePageSays() throws IOException {
        String page = AlarmStatesPage.text();
        if (Boolean.getBoolean("alarm-states.write")) {
            Files.writeString(PAGE, page);
        }

        assertThat(page).isEqualTo(Files.readString(PAGE));
    }

    @Test
    void everyKindOfStateAndInputIsOnThePage() {
        assertThat(AlarmStates.all().values().stream().map(Object::getClass).collect(Collectors.toSet()))
                .hasSize(5);
        assertThat(AlarmStates.inputs(new NotRaised()).values().stream()
                        .map(Object::getClass)
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(AlarmInput.class.getPermittedSubclasses());
    }
}
