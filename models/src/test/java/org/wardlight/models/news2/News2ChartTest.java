package org.wardlight.models.news2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wardlight.models.news2.Observed.fresh;
import static org.wardlight.models.news2.Observed.normal;
import static org.wardlight.models.news2.Observed.normalBut;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.wardlight.events.v1.Code;

class News2ChartTest {

    @ParameterizedTest
    @CsvFileSource(resources = "chart.txt", delimiter = '|')
    void givesThePublishedPointsToEveryWholeNumber(String parameter, int from, int to, int points) {
        for (int value = from; value <= to; value++) {
            assertThat(pointsOf(parameter, value)).as("%s %d", parameter, value).isEqualTo(points);
        }
    }

    @ParameterizedTest
    @CsvFileSource(resources = "edges.txt", delimiter = '|')
    void givesThePublishedPointsAroundEveryEdge(String parameter, String vectors) {
        for (String vector : vectors.split(" ", -1)) {
            String[] valueAndPoints = vector.split("->", -1);
            assertThat(pointsOf(parameter, Integer.parseInt(valueAndPoints[0])))
                    .as("%s %s", parameter, vector)
                    .isEqualTo(Integer.parseInt(valueAndPoints[1]));
        }
    }

    @Test
    void alertGivesNothing() {
        assertThat(News2.evaluate(normal()).lower()).isZero();
    }

    @ParameterizedTest
    @EnumSource(
            value = Code.class,
            names = {"CONFUSED", "VOICE", "PAIN", "UNRESPONSIVE"})
    void everythingButAlertGivesThree(Code level) {
        News2Score score = News2.evaluate(normal().withConsciousness(fresh(level)));

        assertThat(score.lower()).isEqualTo(3);
        assertThat(score.red()).isTrue();
    }

    @Test
    void oxygenGivesTwoAndIsNotRed() {
        News2Score score = News2.evaluate(normal().withOxygen(fresh(Oxygen.SUPPLEMENTAL)));

        assertThat(score.lower()).isEqualTo(2);
        assertThat(score.red()).isFalse();
    }

    private static int pointsOf(String parameter, int value) {
        News2Score score = News2.evaluate(normalBut(parameter, value));
        int oxygen = "spo2-scale-2-oxygen".equals(parameter) ? 2 : 0;
        assertThat(score.complete()).isTrue();
        assertThat(score.upper()).isEqualTo(score.lower());
        return score.lower() - oxygen;
    }
}
