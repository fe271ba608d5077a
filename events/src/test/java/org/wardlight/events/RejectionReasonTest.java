package org.wardlight.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RejectionReasonTest {

    @Test
    void idsStandAsTheyAreInHeadersAndMetrics() {
        assertThat(Arrays.stream(RejectionReason.values()).map(RejectionReason::id))
                .containsExactly(
                        "foreign-topic",
                        "too-large",
                        "malformed",
                        "unknown-format",
                        "unknown-vital",
                        "impossible-value",
                        "wrong-unit",
                        "device-mismatch",
                        "empty",
                        "retained");
    }
}
