package org.wardlight.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.wardlight.events.v1.CareProfile;
import org.wardlight.events.v1.LimitLevel;
import org.wardlight.events.v1.LimitRule;
import org.wardlight.events.v1.LimitSide;
import org.wardlight.events.v1.Vital;
import org.wardlight.events.v1.VitalDefinition;

class CareProfilesTest {

    /** Longest delay that a limit may have: a temperature. */
    private static final long LONGEST_DELAY_MILLIS = 600_000;

    private static final CareProfile PROFILE = CareProfiles.adultWard();

    static Stream<LimitRule> rules() {
        return PROFILE.getRulesList().stream();
    }

    @Test
    void profileHasOwnerAndReviewDate() {
        assertThat(PROFILE.getId()).isEqualTo("adult-ward");
        assertThat(PROFILE.getTitle()).isNotBlank();
        assertThat(PROFILE.getOwner()).isNotBlank();
        assertThat(LocalDate.parse(PROFILE.getReviewed())).isAfter(LocalDate.of(2026, 1, 1));
    }

    @ParameterizedTest
    @EnumSource(
            value = Vital.class,
            names = {"HEART_RATE", "PULSE_RATE", "RESPIRATORY_RATE", "SYSTOLIC_PRESSURE", "BODY_TEMPERATURE", "GLUCOSE"
            })
    void vitalIsLimitedOnBothSidesWithAGapBetween(Vital vital) {
        LimitLevel low = mildest(rule(vital, LimitSide.LOW));
        LimitLevel high = mildest(rule(vital, LimitSide.HIGH));

        assertThat(low.getThreshold() + rule(vital, LimitSide.LOW).getHysteresis())
                .isLessThan(high.getThreshold() - rule(vital, LimitSide.HIGH).getHysteresis());
    }

    @Test
    void oxygenSaturationIsLimitedBelow() {
        assertThat(rule(Vital.SPO2, LimitSide.LOW).getRule()).isEqualTo("spo2-low");
    }

    @Test
    void glucoseNeedsTwoReadingsOfASensorThatSpeaksOnceAMinute() {
        assertThat(rules().filter(rule -> rule.getVital() == Vital.GLUCOSE)
                        .flatMap(rule -> rule.getLevelsList().stream()))
                .extracting(LimitLevel::getThreshold)
                .containsExactly(70.0, 54.0, 250.0);
        assertThat(rules().filter(rule -> rule.getVital() == Vital.GLUCOSE)
                        .flatMap(rule -> rule.getLevelsList().stream()))
                .allMatch(level -> level.getOnDelayMs() == 60_000);
    }

    @Test
    void rulesAreNamedAfterVitalAndSideOnce() {
        assertThat(rules().map(LimitRule::getRule)).doesNotHaveDuplicates();
        assertThat(rules()).allSatisfy(rule -> assertThat(rule.getRule())
                .isEqualTo(VitalCatalogue.standard().get(rule.getVital()).getId()
                        + "-"
                        + rule.getSide().name().toLowerCase(Locale.ROOT)));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void numbersNameTheirSource(LimitRule rule) {
        assertThat(rule.getSource()).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void levelsGoFromMildToSevereAndOutwards(LimitRule rule) {
        List<LimitLevel> levels = rule.getLevelsList();

        assertThat(levels).isNotEmpty();
        for (int i = 1; i < levels.size(); i++) {
            LimitLevel mild = levels.get(i - 1);
            LimitLevel severe = levels.get(i);
            double outwards = severe.getThreshold() - mild.getThreshold();
            assertThat(severe.getSeverity()).isGreaterThan(mild.getSeverity());
            assertThat(rule.getSide() == LimitSide.LOW ? -outwards : outwards).isPositive();
            assertThat(severe.getOnDelayMs()).isLessThanOrEqualTo(mild.getOnDelayMs());
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    void thresholdsCanBeReached(LimitRule rule) {
        VitalDefinition vital = VitalCatalogue.standard().get(rule.getVital());

        assertThat(rule.getLevelsList().stream().map(LimitLevel::getThreshold))
                .allSatisfy(threshold -> assertThat(threshold)
                        .isGreaterThan(vital.getPlausibleLow())
                        .isLessThan(vital.getPlausibleHigh()));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void delaysAndHysteresisAreUsable(LimitRule rule) {
        assertThat(rule.getHysteresis()).isPositive();
        assertThat(rule.getOffDelayMs()).isBetween(0L, LONGEST_DELAY_MILLIS);
        assertThat(rule.getLevelsList().stream().map(LimitLevel::getOnDelayMs))
                .allSatisfy(delay -> assertThat(delay).isBetween(0L, LONGEST_DELAY_MILLIS));
    }

    @Test
    void onlyACuffPressureCountsAtOnce() {
        List<Vital> atOnce = rules().filter(rule -> mildest(rule).getOnDelayMs() == 0)
                .map(LimitRule::getVital)
                .distinct()
                .collect(Collectors.toList());

        assertThat(atOnce).containsExactly(Vital.SYSTOLIC_PRESSURE);
    }

    private static LimitRule rule(Vital vital, LimitSide side) {
        return rules().filter(rule -> rule.getVital() == vital && rule.getSide() == side)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no rule for " + vital + " " + side));
    }

    private static LimitLevel mildest(LimitRule rule) {
        return rule.getLevels(0);
    }
}
