package org.wardlight.trends.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RetentionTest {

    @Test
    void aTableKeepsEverythingAsLongAsWhatIsKeptLongest() {
        assertThat(Retention.STANDARD.tableDays()).isEqualTo(730);
        assertThat(new Retention(Duration.ofDays(7), Duration.ofHours(25)).tableDays())
                .isEqualTo(7);
        assertThat(new Retention(Duration.ofDays(7), Duration.ofHours(241)).tableDays())
                .isEqualTo(11);
    }

    @Test
    void zeroIsForEver() {
        assertThat(new Retention(Duration.ofDays(7), Duration.ZERO).tableDays()).isZero();
        assertThat(new Retention(Duration.ZERO, Duration.ofDays(9)).tableDays()).isZero();
        assertThat(new Retention(Duration.ZERO, Duration.ZERO).problems("r")).isEmpty();
    }
}
