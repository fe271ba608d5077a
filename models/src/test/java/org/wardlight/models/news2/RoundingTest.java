package org.wardlight.models.news2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoundingTest {

    @ParameterizedTest
    @CsvSource({
        "38.05,381",
        "38.04,380",
        "38.0499999,380",
        "36.04,360",
        "36.05,361",
        "35.05,351",
        "39.05,391",
        "38.1,381",
        "37,370"
    })
    void roundsTemperaturesToTenthsHalfUpAsAPersonReadsThem(double celsius, int tenths) {
        assertThat(Rounding.toTenths(celsius)).isEqualTo(tenths);
    }

    @ParameterizedTest
    @CsvSource({"8.4,8", "8.5,9", "91.5,92", "90.49,90", "0,0", "219.5,220"})
    void roundsToWholeNumbersHalfUp(double value, int whole) {
        assertThat(Rounding.toInt(value)).isEqualTo(whole);
    }

    @Test
    void refusesWhatIsNoNumber() {
        assertThatThrownBy(() -> Rounding.toInt(Double.NaN)).isInstanceOf(NumberFormatException.class);
        assertThatThrownBy(() -> Rounding.toTenths(Double.POSITIVE_INFINITY)).isInstanceOf(NumberFormatException.class);
    }

    @Test
    void readsOxygenFromFlowAndFromInspiredShare() {
        assertThat(Oxygen.ofFlow(0)).isEqualTo(Oxygen.AIR);
        assertThat(Oxygen.ofFlow(0.5)).isEqualTo(Oxygen.SUPPLEMENTAL);
        assertThat(Oxygen.ofInspired(20.9)).isEqualTo(Oxygen.AIR);
        assertThat(Oxygen.ofInspired(24)).isEqualTo(Oxygen.SUPPLEMENTAL);
    }
}
