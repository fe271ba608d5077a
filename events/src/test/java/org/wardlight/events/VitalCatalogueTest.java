package org.wardlight.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.wardlight.events.v1.Vital;
import org.wardlight.events.v1.VitalCatalogueData;
import org.wardlight.events.v1.VitalDefinition;

class VitalCatalogueTest {

    private static final Set<String> UCUM =
            Set.of("/min", "%", "Cel", "mm[Hg]", "mg/dL", "{steps}", "1", "L/min", "ms", "[g]");

    private final VitalCatalogue catalogue = VitalCatalogue.standard();

    static Stream<VitalDefinition> definitions() {
        return VitalCatalogue.standard().all().stream();
    }

    @Test
    void everyVitalHasAnEntry() {
        Set<Vital> known = definitions().map(VitalDefinition::getVital).collect(Collectors.toSet());

        assertThat(known)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Vital.values())
                        .filter(vital -> vital != Vital.UNRECOGNIZED && vital != Vital.VITAL_UNSPECIFIED)
                        .toList());
    }

    @Test
    void unitsAndCodesStandAsPublished() {
        List<List<String>> codes = definitions()
                .map(vital -> List.of(
                        vital.getVital().name(),
                        vital.getUnit(),
                        String.join(" ", vital.getLoincList()),
                        vital.getMdcList().stream().map(String::valueOf).collect(Collectors.joining(" "))))
                .toList();

        assertThat(codes).containsExactlyElementsOf(GoldenText.table("vital-codes.txt"));
    }

    @ParameterizedTest
    @MethodSource("definitions")
    void unitIsOneOfUcum(VitalDefinition vital) {
        assertThat(UCUM).contains(vital.getUnit());
    }

    @ParameterizedTest
    @MethodSource("definitions")
    void loincCodesHaveTheirCheckDigit(VitalDefinition vital) {
        assertThat(vital.getLoincList()).allSatisfy(code -> {
            assertThat(code).matches("\\d{1,7}-\\d");
            int dash = code.indexOf('-');
            assertThat(Integer.parseInt(code.substring(dash + 1)))
                    .as("check digit of %s", code)
                    .isEqualTo(mod10(code.substring(0, dash)));
        });
    }

    @ParameterizedTest
    @CsvSource({"2951,2", "8867,4", "3150,0", "10000,8"})
    void checkDigitIsTheMod10OfLoinc(String number, int digit) {
        assertThat(mod10(number)).isEqualTo(digit);
    }

    @ParameterizedTest
    @MethodSource("definitions")
    void rangesAreOrderedAndStepsComeWithTheirTime(VitalDefinition vital) {
        assertThat(vital.hasPlausibleLow()).isEqualTo(vital.hasPlausibleHigh());
        if (vital.hasPlausibleLow()) {
            assertThat(vital.getPlausibleLow()).isLessThan(vital.getPlausibleHigh());
        }
        assertThat(vital.hasMaxStep()).isEqualTo(vital.hasMaxStepMs());
        assertThat(!vital.hasMaxStep() || (vital.getMaxStep() > 0 && vital.getMaxStepMs() > 0))
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("definitions")
    void everyEntryCanBeShownAndAges(VitalDefinition vital) {
        assertThat(vital.getId())
                .isEqualTo(vital.getVital().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        assertThat(vital.getLabel()).isNotBlank();
        assertThat(vital.getSource()).isNotBlank();
        assertThat(vital.getFreshForMs()).isPositive();
        assertThat(vital.getDecimals()).isLessThanOrEqualTo(2);
        assertThat(catalogue.find(vital.getId())).contains(vital);
    }

    @Test
    void codesHaveNoRange() {
        assertThat(Stream.of(Vital.POSTURE, Vital.CONSCIOUSNESS).map(catalogue::get))
                .noneMatch(VitalDefinition::hasPlausibleLow);
    }

    @ParameterizedTest
    @CsvSource({
        "SPO2,0,false",
        "SPO2,1,true",
        "SPO2,100,true",
        "SPO2,100.1,false",
        "HEART_RATE,19.9,false",
        "HEART_RATE,20,true",
        "HEART_RATE,300,true",
        "HEART_RATE,301,false",
        "RESPIRATORY_RATE,0,true",
        "BODY_TEMPERATURE,98.6,false",
        "BODY_TEMPERATURE,NaN,false",
        "BODY_TEMPERATURE,Infinity,false",
        "POSTURE,5,true"
    })
    void knowsWhatABodyCanHave(Vital vital, double value, boolean plausible) {
        assertThat(catalogue.isPlausible(vital, value)).isEqualTo(plausible);
    }

    @Test
    void refusesAnEntryWithoutSource() {
        VitalCatalogueData data = VitalCatalogueData.newBuilder()
                .addVital(catalogue.get(Vital.SPO2).toBuilder().clearSource())
                .build();

        assertThatThrownBy(() -> new VitalCatalogue(data)).hasMessageContaining("source");
    }

    @Test
    void refusesAnEntryThatStandsTwice() {
        VitalCatalogueData data = VitalCatalogueData.newBuilder()
                .addVital(catalogue.get(Vital.SPO2))
                .addVital(catalogue.get(Vital.SPO2))
                .build();

        assertThatThrownBy(() -> new VitalCatalogue(data)).hasMessageContaining("spo2");
    }

    @Test
    void knowsNothingOfWhatIsNotInIt() {
        assertThat(catalogue.find("mood")).isEmpty();
        assertThatThrownBy(() -> catalogue.get(Vital.VITAL_UNSPECIFIED)).isInstanceOf(IllegalArgumentException.class);
    }

    /** LOINC Users' Guide, "Check digit": double every second digit from the right, add the digits of all, fill to ten. */
    private static int mod10(String number) {
        int sum = 0;
        for (int i = 0; i < number.length(); i++) {
            int digit = number.charAt(number.length() - 1 - i) - '0';
            int weighted = i % 2 == 0 ? digit * 2 : digit;
            sum += weighted / 10 + weighted % 10;
        }
        return (10 - sum % 10) % 10;
    }
}
