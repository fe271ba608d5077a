package org.wardlight.bench.reference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.wardlight.bench.reference.DeviceReference.Given;
import org.wardlight.bench.reference.News2Reference.Bounds;
import org.wardlight.bench.reference.News2Reference.Seen;
import org.wardlight.events.CareProfiles;
import org.wardlight.events.v1.Code;
import org.wardlight.events.v1.CombinationPart;
import org.wardlight.events.v1.CombinationRule;
import org.wardlight.events.v1.Measurement;
import org.wardlight.events.v1.Patient;
import org.wardlight.events.v1.ReadingFlag;
import org.wardlight.events.v1.Spo2Scale;
import org.wardlight.events.v1.Vital;

/**
 * What several vitals and devices of one patient have to lead to, looked at once a minute from the whole list of what was
 * measured: NEWS2, combinations, sources that disagree. What is usual for a patient is not told here. Shares nothing with
 * production.
 */
final class PatientReference {

    private static final long MINUTE = 60_000;
    private static final Map<Vital, Long> FRESH = new EnumMap<>(Map.of(
            Vital.HEART_RATE, 5 * MINUTE,
            Vital.PULSE_RATE, 5 * MINUTE,
            Vital.RESPIRATORY_RATE, 5 * MINUTE,
            Vital.SPO2, 5 * MINUTE,
            Vital.SYSTOLIC_PRESSURE, 60 * MINUTE,
            Vital.BODY_TEMPERATURE, 15 * MINUTE));
    private static final Map<Vital, Double> APART =
            Map.of(Vital.HEART_RATE, 20.0, Vital.RESPIRATORY_RATE, 8.0, Vital.SPO2, 5.0);
    private static final List<Vital> FOLLOWED =
            List.of(Vital.HEART_RATE, Vital.PULSE_RATE, Vital.RESPIRATORY_RATE, Vital.SPO2);

    private record Value(long time, double value) {}

    private record Source(Vital vital, String device) {}

    private final String patient;
    private final Patient stay;
    private final Consumer<Told> told;
    private final List<Given> given = new ArrayList<>();
    private final Map<Vital, List<Value>> series = new EnumMap<>(Vital.class);
    private final Map<Source, List<Value>> sources = new HashMap<>();
    private final Map<Vital, TreeMap<Long, Double>> minutes = new EnumMap<>(Vital.class);
    private final Map<String, Watching> watching = new HashMap<>();
    private final RiskReference risk;
    private int taken;

    /** Something that is so, or was, since when. */
    private static final class Watching {
        private long since = -1;
        private long clear = -1;
        private long onset = -1;
    }

    /** What is watched, how grave it is, and its delays, ms. */
    private record Watched(String rule, String vital, String severity, long on, long off) {
        private String key() {
            return vital.isEmpty() ? rule : rule + " " + vital;
        }
    }

    PatientReference(Patient stay, Consumer<Told> told) {
        this.patient = stay.getPatientRef();
        this.stay = stay;
        this.told = told;
        this.risk = new RiskReference();
    }

    void take(Given one) {
        given.add(one);
    }

    /** Looks at every minute of its own from the first record on up to a time. */
    void lookFromTo(long first, long end) {
        given.sort(Comparator.comparingLong(Given::at)
                .thenComparing(one -> one.message().getDeviceId())
                .thenComparingLong(one -> one.message().getSequence().getBoot())
                .thenComparingLong(one -> one.message().getSequence().getSeq()));
        long shift = Math.floorMod(patient.hashCode(), MINUTE);
        long grid = Math.floorDiv(first - shift, MINUTE) * MINUTE + shift + MINUTE;
        for (; grid <= end; grid += MINUTE) {
            look(grid);
        }
    }

    private void look(long grid) {
        while (taken < given.size() && given.get(taken).at() <= grid) {
            if (!given.get(taken).late()) {
                add(given.get(taken));
            }
            taken++;
        }
        boolean doubtful = watching.containsKey("sources-disagree HEART_RATE")
                && watching.get("sources-disagree HEART_RATE").onset >= 0;
        Seen withAll = seen(doubtful, 12 * 60 * MINUTE, grid);
        Bounds first = News2Reference.of(withAll);
        long hours = first.least() > 4 || first.red() ? 1 : first.least() == 0 ? 12 : 4;
        Seen seen = seen(doubtful, hours * 60 * MINUTE, grid);
        Bounds bounds = News2Reference.of(seen);
        for (CombinationRule rule :
                CareProfiles.find(stay.getCareProfile()).orElseThrow().getCombinationsList()) {
            String severity = rule.getSeverity().name().replace("SEVERITY_", "");
            Watched watched = new Watched(rule.getRule(), "", severity, rule.getOnDelayMs(), rule.getOffDelayMs());
            watch(watched, all(rule, grid), grid);
        }
        watchSources(grid);
        for (Vital vital : FOLLOWED) {
            Double level = level(vital, grid);
            TreeMap<Long, Double> levels = minutes.computeIfAbsent(vital, none -> new TreeMap<>());
            if (level != null && (levels.isEmpty() || grid - levels.lastKey() >= MINUTE)) {
                levels.put(grid, level);
            }
        }
        if (stay.getAgeYears() < 16) {
            return;
        }
        boolean ambiguous = bounds.leastRisk() != bounds.mostRisk();
        watch(new Watched("news2-incomplete", "", "LOW", 15 * MINUTE, 0), ambiguous, grid);
        risk.look(
                News2Reference.columns(seen),
                grid,
                (phase, severity, onset) -> told.accept(new Told(
                        patient,
                        "",
                        "VITAL_UNSPECIFIED",
                        "news2",
                        phase,
                        severity,
                        onset,
                        grid,
                        phase.equals("END") ? "RETURNED_TO_NORMAL" : "END_CAUSE_UNSPECIFIED",
                        false)));
    }

    private void add(Given one) {
        for (Measurement reading : one.readings()) {
            if (reading.hasMissing() || !isUsable(reading)) {
                continue;
            }
            double value = reading.hasCode() ? reading.getCodeValue() : reading.getValue();
            append(reading.getVital(), new Value(reading.getDeviceTimeMs(), value));
            if (reading.hasValue() && FOLLOWED.contains(reading.getVital())) {
                sources.computeIfAbsent(
                                new Source(reading.getVital(), one.message().getDeviceId()), none -> new ArrayList<>())
                        .add(new Value(one.at(), value));
            }
        }
    }

    /** One value for each tenth second, the last; what is older than the newest is history. */
    private void append(Vital vital, Value value) {
        List<Value> known = series.computeIfAbsent(vital, none -> new ArrayList<>());
        if (!known.isEmpty()) {
            Value newest = known.get(known.size() - 1);
            if (value.time < newest.time) {
                return;
            }
            if (value.time / 10_000 == newest.time / 10_000) {
                known.remove(known.size() - 1);
            }
        }
        known.add(value);
    }

    private static boolean isUsable(Measurement reading) {
        return reading.getVital() == Vital.RHYTHM
                || (reading.hasQualityPercent()
                        ? reading.getQualityPercent() >= 50
                        : !reading.getFlagsList().contains(ReadingFlag.MOTION));
    }

    private Seen seen(boolean doubtful, long looked, long grid) {
        Integer heart = whole(Vital.HEART_RATE, grid);
        Integer pulse = heart != null ? heart : whole(Vital.PULSE_RATE, grid);
        Double flow = newest(Vital.OXYGEN_FLOW, looked, grid);
        Double code = newest(Vital.CONSCIOUSNESS, looked, grid);
        Double temperature = middle(Vital.BODY_TEMPERATURE, grid);
        return new Seen(
                whole(Vital.RESPIRATORY_RATE, grid),
                whole(Vital.SPO2, grid),
                stay.getSpo2Scale() == Spo2Scale.SCALE_2,
                flow == null ? null : flow > 0,
                whole(Vital.SYSTOLIC_PRESSURE, grid),
                doubtful && pulse != null && pulse <= 50 ? null : pulse,
                code == null ? null : letter(code),
                temperature == null ? null : (int) Math.round(temperature * 10));
    }

    private static char letter(double code) {
        return switch (Code.forNumber((int) code)) {
            case ALERT -> 'A';
            case CONFUSED -> 'C';
            case VOICE -> 'V';
            case PAIN -> 'P';
            default -> 'U';
        };
    }

    private @Nullable Integer whole(Vital vital, long grid) {
        Double middle = middle(vital, grid);
        return middle == null ? null : (int) Math.floor(middle + 0.5);
    }

    /** The lower median of five minutes; of fewer than three values the newest; nothing when that is too old. */
    private @Nullable Double middle(Vital vital, long grid) {
        List<Value> known = series.getOrDefault(vital, List.of());
        if (known.isEmpty() || grid - known.get(known.size() - 1).time > FRESH.getOrDefault(vital, 0L)) {
            return null;
        }
        List<Double> recent = since(known, grid - 5 * MINUTE);
        return recent.size() < 3 ? known.get(known.size() - 1).value : recent.get((recent.size() - 1) / 2);
    }

    private @Nullable Double newest(Vital vital, long fresh, long grid) {
        List<Value> known = series.getOrDefault(vital, List.of());
        return known.isEmpty() || grid - known.get(known.size() - 1).time > fresh
                ? null
                : known.get(known.size() - 1).value;
    }

    private @Nullable Double level(Vital vital, long grid) {
        if (!FOLLOWED.contains(vital)) {
            return newest(vital, 4 * 60 * MINUTE, grid);
        }
        List<Double> recent = since(series.getOrDefault(vital, List.of()), grid - MINUTE);
        return recent.isEmpty() ? null : recent.get((recent.size() - 1) / 2);
    }

    private static List<Double> since(List<Value> known, long after) {
        List<Double> recent = new ArrayList<>();
        for (int i = known.size() - 1; i >= 0 && known.get(i).time > after; i--) {
            recent.add(known.get(i).value);
        }
        recent.sort(Comparator.naturalOrder());
        return recent;
    }

    /** True, false, or null for what is not known. */
    private @Nullable Boolean all(CombinationRule rule, long grid) {
        boolean known = true;
        for (CombinationPart part : rule.getPartsList()) {
            Boolean one = part(part, grid);
            if (one != null && !one) {
                return false;
            }
            known &= one != null;
        }
        return known ? true : null;
    }

    private @Nullable Boolean part(CombinationPart part, long grid) {
        Double now = level(part.getVital(), grid);
        if (now == null) {
            return null;
        }
        boolean below = !part.hasBelow() || now < part.getBelow();
        boolean above = !part.hasAbove() || now > part.getAbove();
        if (!below || !above) {
            return false;
        }
        if (!part.hasFellBy()) {
            return true;
        }
        Map.Entry<Long, Double> before =
                minutes.getOrDefault(part.getVital(), new TreeMap<>()).floorEntry(grid - part.getWithinMs());
        if (before == null || grid - part.getWithinMs() - before.getKey() >= MINUTE) {
            return null;
        }
        return before.getValue() - now >= part.getFellBy();
    }

    private void watchSources(long grid) {
        Map<Source, List<Value>> heard = new HashMap<>();
        sources.forEach((source, values) -> {
            int n = values.size();
            if (grid - values.get(n - 1).time <= MINUTE) {
                // Who was silent for a minute began anew.
                int first = n - 1;
                while (first > 0 && !brokenBefore(values, first)) {
                    first--;
                }
                heard.put(source, values.subList(first, n));
            }
        });
        for (Vital vital : List.of(Vital.HEART_RATE, Vital.RESPIRATORY_RATE, Vital.SPO2)) {
            List<Double> levels = new ArrayList<>();
            heard.forEach((source, values) -> {
                boolean pulse = vital == Vital.HEART_RATE && source.vital == Vital.PULSE_RATE;
                boolean same = pulse || source.vital == vital;
                if (same && values.size() >= 3) {
                    List<Double> last = new ArrayList<>(values.subList(values.size() - 3, values.size()).stream()
                            .map(Value::value)
                            .toList());
                    last.sort(Comparator.naturalOrder());
                    levels.add(last.get(1));
                }
            });
            levels.sort(Comparator.naturalOrder());
            Boolean apart = levels.size() < 2
                    ? null
                    : (Boolean) (levels.get(levels.size() - 1) - levels.get(0) > APART.getOrDefault(vital, 0.0));
            watch(new Watched("sources-disagree", vital.name(), "LOW", 30_000, 30_000), apart, grid);
        }
        for (Vital vital : FOLLOWED) {
            long devices = heard.keySet().stream()
                    .filter(source -> source.vital == vital)
                    .count();
            watch(new Watched("two-devices", vital.name(), "LOW", 120_000, 120_000), devices > 1, grid);
        }
    }

    /** Whether the source had been forgotten at a look before this value came. */
    private boolean brokenBefore(List<Value> values, int index) {
        long shift = Math.floorMod(patient.hashCode(), MINUTE);
        // The first look at which the one before it was older than a minute.
        long look = Math.floorDiv(values.get(index - 1).time + MINUTE - shift, MINUTE) * MINUTE + shift + MINUTE;
        return look < values.get(index).time;
    }

    private void watch(Watched what, @Nullable Boolean so, long grid) {
        Watching one = watching.computeIfAbsent(what.key(), none -> new Watching());
        one.since = so == null || !so ? -1 : one.since < 0 ? grid : one.since;
        one.clear = so == null || so ? -1 : one.clear < 0 ? grid : one.clear;
        if (one.onset < 0 && one.since >= 0 && grid - one.since >= what.on) {
            one.onset = one.since;
            tell(what, one, "START", grid);
        } else if (one.onset >= 0 && one.clear >= 0 && grid - one.clear >= what.off) {
            tell(what, one, "END", grid);
            one.onset = -1;
        }
    }

    private void tell(Watched what, Watching one, String phase, long grid) {
        String cause = phase.equals("END") ? "RETURNED_TO_NORMAL" : "END_CAUSE_UNSPECIFIED";
        String vital = what.vital.isEmpty() ? "VITAL_UNSPECIFIED" : what.vital;
        told.accept(new Told(patient, "", vital, what.rule, phase, what.severity, one.onset, grid, cause, false));
    }
}
