package org.wardlight.bench.scenario;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.wardlight.bench.scenario.Spells.Habit;
import org.wardlight.events.v1.Code;
import org.wardlight.events.v1.LimitLevel;
import org.wardlight.events.v1.LimitRule;
import org.wardlight.events.v1.LimitSide;
import org.wardlight.events.v1.Vital;

/** The body of one patient: usual values with a little noise, and spells beyond each limit that it is judged by. */
final class TroubledPatient {

    /** In the order of the vitals, so that a seed gives the same ward in every process. */
    private static final Map<Vital, Double> USUAL = new EnumMap<>(Map.ofEntries(
            Map.entry(Vital.HEART_RATE, 78.0),
            Map.entry(Vital.RESPIRATORY_RATE, 16.0),
            Map.entry(Vital.SPO2, 97.0),
            Map.entry(Vital.BODY_TEMPERATURE, 36.8),
            Map.entry(Vital.SYSTOLIC_PRESSURE, 122.0),
            Map.entry(Vital.DIASTOLIC_PRESSURE, 75.0),
            Map.entry(Vital.MEAN_PRESSURE, 88.0),
            Map.entry(Vital.ETCO2, 38.0),
            Map.entry(Vital.GLUCOSE, 110.0)));

    private final Random noise;
    private final Map<Vital, Spells> beyond = new EnumMap<>(Vital.class);
    private final Spells opioid;
    private final Spells apnoea;
    private final Spells rhythm;
    private final Spells drowsy;
    private final Spells oxygen;

    /** A patient with a seed, judged by these rules, for so many seconds. */
    TroubledPatient(long seed, List<LimitRule> rules, int seconds) {
        Random random = new Random(seed);
        this.noise = new Random(seed + 1);
        for (Vital vital : USUAL.keySet()) {
            List<LimitRule> own =
                    rules.stream().filter(rule -> rule.getVital() == vital).toList();
            if (!own.isEmpty()) {
                beyond.put(vital, new Spells(random, seconds, habit(vital), each -> level(own, each)));
            }
        }
        opioid = new Spells(random, seconds, new Habit(4_000, 900, 1_500), each -> 0);
        apnoea = new Spells(random, seconds, new Habit(2_500, 1, 30), each -> 0);
        rhythm = new Spells(random, seconds, new Habit(1_500, 2, 40), each -> 10 + each.nextInt(3));
        drowsy = new Spells(random, seconds, new Habit(5_000, 60, 1_500), each -> 2 + each.nextInt(4));
        oxygen = new Spells(random, seconds, new Habit(1_200, 900, 2_400), each -> 1 + each.nextInt(4));
    }

    /** The value of a vital at a second; half units never occur, tenths only for temperatures. */
    double value(Vital vital, int second) {
        if (vital == Vital.PULSE_RATE) {
            return value(Vital.HEART_RATE, second) + noise.nextInt(3) - 1;
        }
        Spell spell = beyond.containsKey(vital) ? beyond.get(vital).at(second) : null;
        double level = spell == null ? USUAL.getOrDefault(vital, 0.0) : spell.level();
        Spell slow = opioid.at(second);
        if (slow != null && spell == null) {
            double part = Math.min(1, (second - slow.from()) / 600.0);
            level -= vital == Vital.SPO2 ? 5 * part : vital == Vital.RESPIRATORY_RATE ? 7 * part : 0;
        }
        if (vital == Vital.RESPIRATORY_RATE && apnoea.at(second) != null) {
            return 0;
        }
        if (vital == Vital.BODY_TEMPERATURE) {
            return Math.round((level + (noise.nextInt(5) - 2) * 0.1) * 10) / 10.0;
        }
        double scattered = Math.round(level) + noise.nextInt(5) - 2;
        return vital == Vital.SPO2 ? Math.min(100, scattered) : scattered;
    }

    Code rhythm(int second) {
        Spell spell = rhythm.at(second);
        return spell == null ? Code.SUSTAINING_RHYTHM : known(spell.level());
    }

    Code consciousness(int second) {
        Spell spell = drowsy.at(second);
        return spell == null ? Code.ALERT : known(spell.level());
    }

    double oxygenFlow(int second) {
        Spell spell = oxygen.at(second);
        return spell == null ? 0 : spell.level();
    }

    private static Code known(double number) {
        @Nullable Code code = Code.forNumber((int) number);
        return code == null ? Code.CODE_UNSPECIFIED : code;
    }

    private static Habit habit(Vital vital) {
        return switch (vital) {
            case BODY_TEMPERATURE -> new Habit(1_200, 200, 1_500);
            case SYSTOLIC_PRESSURE, DIASTOLIC_PRESSURE, MEAN_PRESSURE, GLUCOSE -> new Habit(600, 60, 500);
            default -> new Habit(300, 3, 70);
        };
    }

    /** A little inside or outside of some threshold. */
    private static double level(List<LimitRule> rules, Random random) {
        LimitRule rule = rules.get(random.nextInt(rules.size()));
        LimitLevel level = rule.getLevels(random.nextInt(rule.getLevelsCount()));
        boolean temperature = rule.getVital() == Vital.BODY_TEMPERATURE;
        double beyond = (random.nextInt(7) - 1) * (temperature ? 0.1 : 1);
        return rule.getSide() == LimitSide.LOW ? level.getThreshold() - beyond : level.getThreshold() + beyond;
    }
}
