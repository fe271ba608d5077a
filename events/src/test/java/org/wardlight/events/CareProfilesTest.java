package org.wardlight.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.wardlight.events.v1.CareProfile;
import org.wardlight.events.v1.CombinationRule;
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
        return profiles().flatMap(profile -> profile.getRulesList().stream());
    }

    static Stream<CareProfile> limits() {
        return CareProfiles.all().stream();
    }

    static Stream<CareProfile> profiles() {
        return Stream.concat(CareProfiles.all().stream(), Stream.of(CareProfiles.standing()));
    }

    @Test
    void theUsualProfileComesFirst() {
        assertThat(CareProfiles.all())
                .extracting(CareProfile::getId)
                .containsExactly("adult-ward", "high-dependency", "post-op-opioid", "copd-scale-2");
        assertThat(CareProfiles.find("copd-scale-2")).isPresent();
        assertThat(CareProfiles.find("paediatric")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void profileHasOwnerVersionAndReviewDate(CareProfile profile) {
        assertThat(profile.getTitle()).isNotBlank();
        assertThat(profile.getMeantFor()).isNotBlank();
        assertThat(profile.getOwner()).isNotBlank();
        assertThat(profile.getVersion()).isPositive();
        assertThat(LocalDate.parse(profile.getReviewed())).isAfter(LocalDate.of(2026, 1, 1));
    }

    @Test
    void aProfileTakesWhatItDoesNotSayFromTheUsualOne() {
        CareProfile copd = CareProfiles.find("copd-scale-2").orElseThrow();

        assertThat(copd.getRulesList())
                .extracting(LimitRule::getRule)
                .containsExactlyElementsOf(
                        PROFILE.getRulesList().stream().map(LimitRule::getRule).toList());
        assertThat(copd.getRulesList().stream()
                        .filter(rule -> rule.getVital() == Vital.SPO2)
                        .map(rule -> mildest(rule).getThreshold()))
                .containsExactly(86.0);
        assertThat(copd.getCombinationsList())
                .extracting(CombinationRule::getRule)
                .containsExactly("respiratory-depression", "too-much-oxygen");
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void combinationsAskForSomethingOfSeveralVitals(CareProfile profile) {
        assertThat(profile.getCombinationsList()).allSatisfy(rule -> {
            assertThat(rule.getSource()).isNotBlank();
            assertThat(rule.getWords()).isNotBlank();
            assertThat(rule.getOnDelayMs()).isPositive();
            assertThat(rule.getPartsList())
                    .hasSizeGreaterThan(1)
                    .allMatch(part -> part.hasBelow() || part.hasAbove() || part.hasFellBy())
                    .allMatch(part -> part.hasFellBy() == part.getWithinMs() > 0);
        });
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
        List<LimitLevel> glucose = PROFILE.getRulesList().stream()
                .filter(rule -> rule.getVital() == Vital.GLUCOSE)
                .flatMap(rule -> rule.getLevelsList().stream())
                .toList();

        assertThat(glucose).extracting(LimitLevel::getThreshold).containsExactly(70.0, 54.0, 250.0);
        assertThat(glucose)
                .allMatch(level -> level.getOnDelayMs() == 60_000)
                .allMatch(level -> level.getReadings() == 2 && level.getOfReadings() == 3);
    }

    @ParameterizedTest
    @MethodSource("limits")
    void rulesAreNamedAfterVitalAndSideOnce(CareProfile profile) {
        assertThat(profile.getRulesList()).extracting(LimitRule::getRule).doesNotHaveDuplicates();
        assertThat(profile.getRulesList()).allSatisfy(rule -> assertThat(rule.getRule())
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
        assumeThat(rule.getSide()).isNotEqualTo(LimitSide.CODED);

        assertThat(rule.getLevelsList().stream().map(LimitLevel::getThreshold))
                .allSatisfy(threshold -> assertThat(threshold)
                        .isGreaterThan(vital.getPlausibleLow())
                        .isLessThan(vital.getPlausibleHigh()));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void delaysAndHysteresisAreUsable(LimitRule rule) {
        assertThat(rule.getHysteresis() > 0).isEqualTo(rule.getSide() != LimitSide.CODED);
        assertThat(rule.getOffDelayMs()).isBetween(0L, LONGEST_DELAY_MILLIS);
        assertThat(rule.getLevelsList().stream().map(LimitLevel::getOnDelayMs))
                .allSatisfy(delay -> assertThat(delay).isBetween(0L, LONGEST_DELAY_MILLIS));
    }

    @Test
    void onlyWhatADeviceDeclaresAndBadPressuresCountAtOnce() {
        List<String> atOnce = rules().filter(rule -> rule.getLevelsList().stream()
                        .anyMatch(level -> level.getOnDelayMs() == 0 && level.getReadings() == 0))
                .map(LimitRule::getRule)
                .distinct()
                .toList();

        assertThat(atOnce)
                .containsExactly(
                        "systolic-pressure-low",
                        "systolic-pressure-high",
                        "mean-pressure-low",
                        "mean-pressure-high",
                        "apnoea",
                        "asystole",
                        "ventricular-fibrillation",
                        "ventricular-tachycardia",
                        "battery-low");
    }

    private static LimitRule rule(Vital vital, LimitSide side) {
        return PROFILE.getRulesList().stream()
                .filter(rule -> rule.getVital() == vital && rule.getSide() == side)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no rule for " + vital + " " + side));
    }

    private static LimitLevel mildest(LimitRule rule) {
        return rule.getLevels(0);
    }
}
