package org.wardlight.events;

import java.util.Locale;
import org.wardlight.events.v1.AlarmCondition;
import org.wardlight.events.v1.AlarmKind;
import org.wardlight.events.v1.AlarmState;
import org.wardlight.events.v1.Responsibility;
import org.wardlight.events.v1.Severity;
import org.wardlight.events.v1.Vital;

/**
 * How alarms are worded, the same on the board, on the pager and in every API: {@code SpO2 88 < 90}, {@code NEWS2 7, could
 * be 7-9}, {@code SpO2 sensor off}, {@code no signal: SpO2}. Never a name, a patient reference or a device id.
 */
public final class AlarmWords {

    private static final VitalCatalogue CATALOGUE = VitalCatalogue.standard();
    private static final String NO_SIGNAL = "no-signal";
    /** Decimals that may be added to those of the vital, to tell a value from its limit. */
    private static final int MOST_MORE_DECIMALS = 3;

    private AlarmWords() {}

    /** What is wrong, in a few words and without marks. */
    public static String of(AlarmCondition condition) {
        String about = about(condition);
        if (condition.getRule().startsWith(NO_SIGNAL)) {
            return about.isEmpty() ? "no signal" : "no signal: " + about;
        }
        if (condition.getKind() == AlarmKind.ADVISORY && !condition.getDetail().isEmpty()) {
            // A model says its value and its reasons in the words of its manifest.
            return condition.getDetail();
        }
        if (!condition.hasObserved()) {
            return described(condition, about);
        }
        if (!condition.hasLimit() || !condition.getSource().getScoreId().isEmpty()) {
            String why = condition.getDetail().isEmpty() ? "" : ", " + condition.getDetail();
            return about + " " + number(condition, condition.getObserved(), 0) + why;
        }
        return about + " " + againstLimit(condition);
    }

    /**
     * The priority as text beside the colour: three, two or one, as on monitors that follow IEC 60601-1-8. Stars speak of
     * the patient, exclamation marks of the equipment.
     */
    public static String marks(AlarmKind kind, Severity severity) {
        String mark = kind == AlarmKind.TECHNICAL ? "!" : "*";
        return mark.repeat(
                switch (severity) {
                    case SEVERITY_HIGH -> 3;
                    case SEVERITY_MEDIUM -> 2;
                    default -> 1;
                });
    }

    /** The priority as a word. */
    public static String priority(Severity severity) {
        return switch (severity) {
            case SEVERITY_HIGH -> "high";
            case SEVERITY_MEDIUM -> "medium";
            default -> "low";
        };
    }

    /** The kind as a word; what does not say its kind is taken to be about the patient. */
    public static String kind(AlarmKind kind) {
        return switch (kind) {
            case TECHNICAL -> "technical";
            case ADVISORY -> "advisory";
            default -> "physiological";
        };
    }

    /** The state as it stands in addresses and JSON; what does not say its state is taken to wait for somebody. */
    public static String state(AlarmState state) {
        return switch (state) {
            case ACTIVE_ACKNOWLEDGED -> "active-acknowledged";
            case LATCHED -> "latched";
            case CLOSED -> "closed";
            default -> "active-unacknowledged";
        };
    }

    /** Whose turn it is, in the terms of IEC 60601-1-8, as it stands in JSON. */
    public static String responsibility(Responsibility responsibility) {
        return switch (responsibility) {
            case RESPONSIBILITY_SENT -> "sent";
            case RESPONSIBILITY_DELIVERED -> "delivered";
            case RESPONSIBILITY_ACCEPTED -> "accepted";
            case RESPONSIBILITY_EXHAUSTED -> "exhausted";
            default -> "none";
        };
    }

    private static String againstLimit(AlarmCondition condition) {
        double observed = condition.getObserved();
        double limit = condition.getLimit();
        int more = 0;
        // 84.6 below 85 must not read "85 < 85".
        while (observed != limit
                && more < MOST_MORE_DECIMALS
                && number(condition, observed, more).equals(number(condition, limit, more))) {
            more++;
        }
        String limitText = number(condition, limit, limit == Math.rint(limit) ? 0 : more);
        return number(condition, observed, more) + " " + side(condition) + " " + limitText;
    }

    /** The side that the rule is about; for a rule that does not say, the one on which the value lies. */
    private static String side(AlarmCondition condition) {
        if (condition.getRule().endsWith("-low")) {
            return "<";
        }
        return condition.getRule().endsWith("-high") || condition.getObserved() > condition.getLimit() ? ">" : "<";
    }

    private static String described(AlarmCondition condition, String about) {
        String what = condition.getDetail().isEmpty() ? condition.getRule().replace('-', ' ') : condition.getDetail();
        boolean named = what.toLowerCase(Locale.ROOT).startsWith(about.toLowerCase(Locale.ROOT));
        return named ? what : about + " " + what;
    }

    private static String about(AlarmCondition condition) {
        String score = condition.getSource().getScoreId();
        if (!score.isEmpty()) {
            return score.toUpperCase(Locale.ROOT);
        }
        Vital vital = condition.getSource().getVital();
        return isKnown(vital) ? CATALOGUE.get(vital).getLabel() : "";
    }

    private static String number(AlarmCondition condition, double value, int moreDecimals) {
        Vital vital = condition.getSource().getVital();
        int usual = value == Math.rint(value) ? 0 : 1;
        if (isKnown(vital)) {
            usual = CATALOGUE.get(vital).getDecimals();
        }
        return String.format(Locale.ROOT, "%." + (usual + moreDecimals) + "f", value);
    }

    private static boolean isKnown(Vital vital) {
        return vital != Vital.VITAL_UNSPECIFIED && vital != Vital.UNRECOGNIZED;
    }
}
