package org.wardlight.models.news2;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.wardlight.events.v1.Patient;
import org.wardlight.events.v1.Score;

class News2EligibilityTest {

    @Test
    void refusesAPatientOfUnknownAge() {
        assertThat(News2Eligibility.refusal(Patient.getDefaultInstance()))
                .hasValueSatisfying(reason -> assertThat(reason).contains("not known"));
    }

    @Test
    void refusesFifteenAndAcceptsSixteen() {
        assertThat(News2Eligibility.refusal(aged(15)))
                .hasValueSatisfying(reason -> assertThat(reason).contains("younger than 16"));
        assertThat(News2Eligibility.refusal(aged(16))).isEmpty();
    }

    @Test
    void aRefusalBecomesARecordWithoutNumbers() {
        Score score = News2Score.unavailable("p-1", 60_000, "why");

        assertThat(score.getUnavailable()).isEqualTo("why");
        assertThat(score.getPartsList()).isEmpty();
        assertThat(score.getScoreId()).isEqualTo("news2");
        assertThat(score.getTimeMs()).isEqualTo(60_000);
    }

    private static Patient aged(int years) {
        return Patient.newBuilder().setAgeYears(years).build();
    }
}
