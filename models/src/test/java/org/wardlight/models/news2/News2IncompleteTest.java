package org.wardlight.models.news2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wardlight.models.news2.Observed.aging;
import static org.wardlight.models.news2.Observed.fresh;
import static org.wardlight.models.news2.Observed.normal;
import static org.wardlight.models.news2.Observed.stale;

import org.junit.jupiter.api.Test;
import org.wardlight.events.v1.Code;
import org.wardlight.events.v1.InputState;
import org.wardlight.events.v1.RiskBand;
import org.wardlight.events.v1.Score;
import org.wardlight.events.v1.ScorePart;
import org.wardlight.events.v1.Spo2Scale;

class News2IncompleteTest {

    @Test
    void knowsNothingOfAPatientWithoutReadings() {
        News2Score score = News2.evaluate(News2Inputs.NONE);

        assertThat(score.lower()).isZero();
        assertThat(score.upper()).isEqualTo(20);
        assertThat(score.bandLower()).isEqualTo(RiskBand.BAND_LOW);
        assertThat(score.bandUpper()).isEqualTo(RiskBand.BAND_HIGH);
        assertThat(score.missing()).hasSize(7);
        assertThat(score.complete()).isFalse();
    }

    @Test
    void isRedByOneKnownParameterAlone() {
        News2Score score = News2.evaluate(News2Inputs.NONE.withRespiratoryRate(fresh(25)));

        assertThat(score.lower()).isEqualTo(3);
        assertThat(score.upper()).isEqualTo(20);
        assertThat(score.red()).isTrue();
        assertThat(score.bandLower()).isEqualTo(RiskBand.BAND_LOW_MEDIUM);
    }

    @Test
    void isHighByWhatIsKnownAlthoughIncomplete() {
        News2Score score = News2.evaluate(News2Inputs.NONE
                .withRespiratoryRate(fresh(26))
                .withSpo2(fresh(90), Spo2Scale.SCALE_1)
                .withOxygen(fresh(Oxygen.SUPPLEMENTAL)));

        assertThat(score.lower()).isEqualTo(8);
        assertThat(score.bandLower()).isEqualTo(RiskBand.BAND_HIGH);
        assertThat(score.complete()).isFalse();
        assertThat(score.ambiguous()).isFalse();
        assertThat(score.missing()).containsExactly("systolic-pressure", "pulse", "consciousness", "temperature");
    }

    @Test
    void isAmbiguousWhenOnlyConsciousnessIsStale() {
        News2Score score = News2.evaluate(normal().withConsciousness(stale(Code.ALERT)));

        assertThat(score.lower()).isZero();
        assertThat(score.upper()).isEqualTo(3);
        assertThat(score.bandLower()).isEqualTo(RiskBand.BAND_LOW);
        assertThat(score.bandUpper()).isEqualTo(RiskBand.BAND_LOW_MEDIUM);
        assertThat(score.ambiguous()).isTrue();
        assertThat(score.red()).isFalse();
        assertThat(score.stale()).containsExactly("consciousness");
        assertThat(score.missing()).isEmpty();
    }

    @Test
    void readsScaleTwoBothWaysWhenOxygenIsNotKnown() {
        News2Score score =
                News2.evaluate(normal().withSpo2(fresh(97), Spo2Scale.SCALE_2).withOxygen(Input.missing()));

        assertThat(score.lower()).isZero();
        assertThat(score.upper()).isEqualTo(5);
        assertThat(score.bandUpper()).isEqualTo(RiskBand.BAND_MEDIUM);
        assertThat(score.red()).isFalse();
        assertThat(score.missing()).containsExactly("oxygen");
    }

    @Test
    void missingOxygenAddsTwoAtMostOnScaleOne() {
        News2Score score = News2.evaluate(normal().withOxygen(Input.missing()));

        assertThat(score.lower()).isZero();
        assertThat(score.upper()).isEqualTo(2);
        assertThat(score.ambiguous()).isFalse();
    }

    @Test
    void aStaleThreeIsNeitherCountedNorRed() {
        News2Score score = News2.evaluate(normal().withRespiratoryRate(stale(30)));

        assertThat(score.lower()).isZero();
        assertThat(score.upper()).isEqualTo(3);
        assertThat(score.red()).isFalse();
    }

    @Test
    void agingValuesCount() {
        News2Score score = News2.evaluate(normal().withRespiratoryRate(aging(30)));

        assertThat(score.lower()).isEqualTo(3);
        assertThat(score.complete()).isTrue();
        assertThat(score.parts().get(0).state()).isEqualTo(InputState.AGING);
    }

    @Test
    void aCodeThatIsNoLevelOfConsciousnessIsMissing() {
        News2Score score = News2.evaluate(normal().withConsciousness(fresh(Code.LYING)));

        assertThat(score.missing()).containsExactly("consciousness");
        assertThat(score.upper()).isEqualTo(3);
    }

    @Test
    void anUnspecifiedScaleIsScaleOne() {
        News2Score score = News2.evaluate(normal().withSpo2(fresh(90), Spo2Scale.SPO2_SCALE_UNSPECIFIED));

        assertThat(score.lower()).isEqualTo(3);
        assertThat(score.spo2Scale()).isEqualTo(Spo2Scale.SCALE_1);
    }

    @Test
    void recordNamesEveryPartInOrderWithItsStateAndAge() {
        // given
        News2Inputs inputs = normal().withTemperatureTenths(stale(381)).withOxygen(Input.missing());

        // when
        Score score = News2.evaluate(inputs).toRecord("p-1", 60_000);

        // then
        assertThat(score.getPartsList())
                .extracting(ScorePart::getParameter)
                .containsExactly(
                        "respiratory-rate",
                        "spo2",
                        "oxygen",
                        "systolic-pressure",
                        "pulse",
                        "consciousness",
                        "temperature");
        ScorePart temperature = score.getParts(6);
        assertThat(temperature.getState()).isEqualTo(InputState.STALE);
        assertThat(temperature.getValue()).isEqualTo(38.1);
        assertThat(temperature.getAgeMs()).isEqualTo(300_001);
        assertThat(temperature.getPointsUpper()).isEqualTo(3);
        ScorePart oxygen = score.getParts(2);
        assertThat(oxygen.getState()).isEqualTo(InputState.MISSING);
        assertThat(oxygen.hasValue()).isFalse();
        assertThat(oxygen.hasAgeMs()).isFalse();
        assertThat(score.getParts(5).getCode()).isEqualTo(Code.ALERT);
        assertThat(score.getLower()).isZero();
        assertThat(score.getUpper()).isEqualTo(5);
        assertThat(score.getPolicy()).isEqualTo("news2-2017/1");
        assertThat(score.getScale()).isEqualTo("1");
        assertThat(score.getUnavailable()).isEmpty();
    }

    @Test
    void signatureChangesWithPointsOrStateOnly() {
        long normal = News2.evaluate(normal()).signature();

        assertThat(News2.evaluate(normal().withPulse(fresh(71))).signature()).isEqualTo(normal);
        assertThat(News2.evaluate(normal().withPulse(fresh(91))).signature()).isNotEqualTo(normal);
        assertThat(News2.evaluate(normal().withPulse(aging(70))).signature()).isNotEqualTo(normal);
        assertThat(News2.evaluate(normal().withPulse(stale(70))).signature())
                .isNotEqualTo(
                        News2.evaluate(normal().withPulse(Input.missing())).signature());
    }
}
