package org.wardlight.models.news2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wardlight.models.news2.Observed.fresh;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.wardlight.events.v1.Code;
import org.wardlight.events.v1.RiskBand;
import org.wardlight.events.v1.Spo2Scale;

class News2CompleteSetsTest {

    @ParameterizedTest(name = "set {0}")
    @CsvFileSource(resources = "complete-sets.txt", delimiter = '|')
    void scoresACompleteSet(ArgumentsAccessor row) {
        // given
        News2Inputs inputs = new News2Inputs(
                fresh(row.getInteger(1)),
                fresh(row.getInteger(2)),
                row.get(3, Spo2Scale.class),
                fresh(row.get(4, Oxygen.class)),
                fresh(row.getInteger(5)),
                fresh(row.getInteger(6)),
                fresh(row.get(7, Code.class)),
                fresh(Rounding.toTenths(row.getDouble(8))));

        // when
        News2Score score = News2.evaluate(inputs);

        // then
        RiskBand band = row.get(11, RiskBand.class);
        String points = score.parts().stream()
                .map(part -> Integer.toString(part.pointsLower()))
                .collect(Collectors.joining("/"));
        assertThat(points).isEqualTo(row.getString(9));
        assertThat(score.lower()).isEqualTo(row.getInteger(10));
        assertThat(score.upper()).isEqualTo(row.getInteger(10));
        assertThat(score.bandLower()).isEqualTo(band);
        assertThat(score.bandUpper()).isEqualTo(band);
        assertThat(score.complete()).isTrue();
        assertThat(score.ambiguous()).isFalse();
        assertThat(score.red()).isEqualTo(points.contains("3"));
    }
}
