package org.wardlight.simulators.playback;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class HistoryPlaybackTest {

    @Test
    void wholeWardSendsAHundredMessagesASecondAndALargeOneFewer() {
        assertThat(HistoryPlayback.pauseFor(1)).isEqualTo(Duration.ofMillis(50));
        assertThat(HistoryPlayback.pauseFor(100)).isEqualTo(Duration.ofMillis(50));
        assertThat(HistoryPlayback.pauseFor(1_000)).isEqualTo(Duration.ofMillis(500));
    }
}
