package org.wardlight.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class PageBookTest {

    @Test
    void countsEveryPageButTimesFirstOnesOnly() {
        PageBook book = new PageBook();

        book.add(Pages.page("a", 1, "spo2-low", "mon-01", Instant.EPOCH));
        book.add(Pages.page("a", 2, "spo2-low", "mon-01", Instant.EPOCH));

        assertThat(book.count()).isEqualTo(2);
        assertThat(book.latencies()).containsExactly(100L);
        assertThat(book.all()).extracting(page -> page.data().level()).containsExactly(1, 2);
    }
}
