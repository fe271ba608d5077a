package org.wardlight.models.rules;

import static org.wardlight.models.features.ModelInput.ARTERIAL_CO2;
import static org.wardlight.models.features.ModelInput.CONSCIOUSNESS;
import static org.wardlight.models.features.ModelInput.HEART_RATE;
import static org.wardlight.models.features.ModelInput.LEUCOCYTES;
import static org.wardlight.models.features.ModelInput.RESPIRATORY_RATE;
import static org.wardlight.models.features.ModelInput.SYSTOLIC_PRESSURE;
import static org.wardlight.models.features.ModelInput.TEMPERATURE;
import static org.wardlight.models.news2.Rounding.toInt;
import static org.wardlight.models.news2.Rounding.toTenths;

import java.util.List;
import org.wardlight.events.v1.Code;
import org.wardlight.models.ScoringModel;
import org.wardlight.models.rules.PointRule.Item;

/**
 * The rules that need no training. All are made for adults: ask {@code News2Eligibility} before. What is missing makes them
 * an interval.
 */
public final class PublishedRules {

    private static final int SIRS_WARM = 380;
    private static final int SIRS_COLD = 360;
    private static final int MEWS_WARM = 385;
    private static final int MEWS_COLD = 350;

    private PublishedRules() {}

    /** Every rule, NEWS2 first. */
    public static List<ScoringModel> all() {
        return List.of(new News2Rule(), qsofa(), sirs(), mews(), new ShockIndex());
    }

    /**
     * Quick SOFA, 0 to 3, positive from 2: respiratory rate of 22 or more, systolic pressure of 100 or less, altered
     * mentation. Singer et al., JAMA 2016;315(8):801-810. Not to be the only screen for sepsis (Surviving Sepsis Campaign
     * 2021).
     */
    public static ScoringModel qsofa() {
        return PointRule.of(
                "qsofa",
                "qsofa-2016/1",
                Item.of(RESPIRATORY_RATE, 1, value -> toInt(value) >= 22 ? 1 : 0),
                Item.of(SYSTOLIC_PRESSURE, 1, value -> toInt(value) <= 100 ? 1 : 0),
                Item.of(CONSCIOUSNESS, 1, code -> code == Code.ALERT_VALUE ? 0 : 1));
    }

    /**
     * Systemic inflammatory response, 0 to 4, positive from 2. Bone et al., Chest 1992;101(6):1644-1655. Bands of leucocytes
     * are not looked at.
     */
    public static ScoringModel sirs() {
        Item breathing = new Item(
                List.of(RESPIRATORY_RATE, ARTERIAL_CO2),
                1,
                List.of(value -> toInt(value) > 20 ? 1 : 0, value -> value < 32 ? 1 : 0));
        return PointRule.of(
                "sirs",
                "sirs-1992/1",
                Item.of(TEMPERATURE, 1, value -> toTenths(value) > SIRS_WARM || toTenths(value) < SIRS_COLD ? 1 : 0),
                Item.of(HEART_RATE, 1, value -> toInt(value) > 90 ? 1 : 0),
                breathing,
                Item.of(LEUCOCYTES, 1, value -> value > 12 || value < 4 ? 1 : 0));
    }

    /**
     * Modified Early Warning Score in the variant of Subbe et al., QJM 2001;94(10):521-526, 0 to 14, triggers from 5. New
     * confusion, which it does not know, counts as an answer to voice only; a heart rate of 40 as below 40.
     */
    public static ScoringModel mews() {
        return PointRule.of(
                "mews",
                "mews-subbe-2001/1",
                Item.of(SYSTOLIC_PRESSURE, 3, value -> mewsPressure(toInt(value))),
                Item.of(HEART_RATE, 3, value -> mewsHeart(toInt(value))),
                Item.of(RESPIRATORY_RATE, 3, value -> mewsBreathing(toInt(value))),
                Item.of(TEMPERATURE, 2, value -> toTenths(value) < MEWS_COLD || toTenths(value) >= MEWS_WARM ? 2 : 0),
                Item.of(CONSCIOUSNESS, 3, PublishedRules::mewsConsciousness));
    }

    private static int mewsPressure(int systolic) {
        if (systolic <= 70) {
            return 3;
        }
        if (systolic <= 80) {
            return 2;
        }
        if (systolic <= 100) {
            return 1;
        }
        return systolic >= 200 ? 2 : 0;
    }

    private static int mewsHeart(int rate) {
        if (rate <= 40) {
            return 2;
        }
        if (rate <= 50) {
            return 1;
        }
        if (rate <= 100) {
            return 0;
        }
        if (rate <= 110) {
            return 1;
        }
        return rate >= 130 ? 3 : 2;
    }

    private static int mewsBreathing(int rate) {
        if (rate < 9) {
            return 2;
        }
        if (rate <= 14) {
            return 0;
        }
        if (rate <= 20) {
            return 1;
        }
        return rate >= 30 ? 3 : 2;
    }

    private static int mewsConsciousness(double code) {
        return switch ((int) code) {
            case Code.ALERT_VALUE -> 0;
            case Code.CONFUSED_VALUE, Code.VOICE_VALUE -> 1;
            case Code.PAIN_VALUE -> 2;
            default -> 3;
        };
    }
}
