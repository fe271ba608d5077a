package org.wardlight.bench.reference;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.wardlight.events.CareProfiles;
import org.wardlight.events.v1.Association;
import org.wardlight.events.v1.DeviceRegistration;
import org.wardlight.events.v1.ExpectedSignal;
import org.wardlight.events.v1.LimitRule;
import org.wardlight.events.v1.Measurement;
import org.wardlight.events.v1.Method;
import org.wardlight.events.v1.MissingReason;
import org.wardlight.events.v1.Observation;
import org.wardlight.events.v1.RawRecord;
import org.wardlight.events.v1.ReadingFlag;
import org.wardlight.events.v1.RegisterChange;
import org.wardlight.events.v1.Vital;

/**
 * What has to be told of one device, on a clock that looks every quarter of a second at everything there is. The times of the
 * records it is given must be whole quarters; devices do not say when they sent. Shares nothing with production.
 */
final class DeviceReference {

    static final long LOOK = 250;

    private static final long LATE = 120_000;
    private static final long OVER = 60_000;

    /** Readings that are given to a patient. */
    record Given(String patient, Observation message, List<Measurement> readings, long at, boolean late) {}

    private final String device;
    private final Consumer<Told> told;
    private final Consumer<Given> given;
    private final OrderReference order = new OrderReference();
    private final Map<String, List<LimitRule>> limits = new HashMap<>();
    private final Map<String, RuleReference> rules = new LinkedHashMap<>();
    private final Map<Vital, SignalReference> signals = new TreeMap<>();
    private final Map<Vital, StepReference> steps = new EnumMap<>(Vital.class);
    private final Map<String, long[]> troubles = new LinkedHashMap<>();
    private DeviceRegistration registration = DeviceRegistration.getDefaultInstance();
    private String wearer = "";
    private long now = Long.MIN_VALUE;
    private long heard;
    private long heardDevice;
    private boolean awaited;

    DeviceReference(String device, Consumer<Told> told, Consumer<Given> given) {
        this.device = device;
        this.told = told;
        this.given = given;
    }

    void take(RawRecord record, long at) {
        passUpTo(at);
        if (record.hasObservation()) {
            order.arrive(record.getObservation(), at).forEach(one -> count(one, at));
        } else {
            register(record.getRegisterChange(), at);
        }
    }

    void passUpTo(long at) {
        if (now == Long.MIN_VALUE) {
            now = at;
        }
        while (now < at) {
            now += LOOK;
            look(now);
        }
    }

    private void look(long at) {
        hand(at);
        if (order.givesUp(at)) {
            trouble("data-loss", at, at);
            order.giveUp(at).forEach(one -> count(one, at));
        }
        List.copyOf(rules.values()).forEach(rule -> rule.pass(at));
        if (worn() && !troubles.containsKey("device-lost") && at >= silentAt()) {
            trouble("device-lost", heardDevice, at);
            rules.values().forEach(rule -> rule.stale(true, at));
        }
        if (worn() && !troubles.containsKey("device-lost")) {
            for (SignalReference signal : signals.values()) {
                if (signal.pass(at)) {
                    rulesOn(signal.vital).forEach(rule -> rule.stale(true, at));
                }
            }
        }
        long[] unassigned = troubles.get("unassigned-device");
        if (unassigned != null && at >= unassigned[1] + OVER) {
            over("unassigned-device", at, "RETURNED_TO_NORMAL");
        }
    }

    private long silentAt() {
        long silence = registration.getLostAfterMs();
        if (silence == 0) {
            silence = registration.getSignalsList().stream()
                    .mapToLong(ExpectedSignal::getNoSignalAfterMs)
                    .min()
                    .orElse(Long.MAX_VALUE / 2);
        }
        return heard + (awaited ? Math.max(60_000, silence) : silence);
    }

    private boolean worn() {
        return !wearer.isEmpty();
    }

    private void register(RegisterChange change, long at) {
        if (change.hasDevice()) {
            registration = change.getDevice();
            for (ExpectedSignal expected : registration.getSignalsList()) {
                signals.computeIfAbsent(
                                        expected.getVital(),
                                        vital -> new SignalReference(vital, at, this::tellOfSignal))
                                .timeout =
                        expected.getNoSignalAfterMs();
            }
            hand(at);
        } else if (change.hasLimits()) {
            limits.put(change.getLimits().getPatientRef(), change.getLimits().getRulesList());
            if (change.getLimits().getPatientRef().equals(wearer)) {
                makeRules();
            }
        }
    }

    private void hand(long at) {
        String worn = wearerAt(at);
        if (worn.equals(wearer)) {
            return;
        }
        rules.values().forEach(rule -> rule.contextEnded(at));
        signals.values().forEach(signal -> signal.begin(at));
        List.copyOf(troubles.keySet()).forEach(rule -> over(rule, at, "CONTEXT_ENDED"));
        steps.clear();
        heard = at;
        heardDevice = at;
        awaited = true;
        wearer = worn;
        makeRules();
    }

    /** Limits are set before anything happens. */
    private void makeRules() {
        rules.clear();
        List<LimitRule> all = new ArrayList<>(
                limits.getOrDefault(wearer, CareProfiles.adultWard().getRulesList()));
        all.addAll(CareProfiles.standing().getRulesList());
        for (LimitRule rule : all) {
            rules.put(rule.getRule(), new RuleReference(rule, this::tellOfRule));
        }
    }

    private String wearerAt(long at) {
        for (Association one : registration.getAssociationsList()) {
            if (one.getFromMs() <= at && (!one.hasToMs() || at < one.getToMs())) {
                return one.getPatientRef();
            }
        }
        return "";
    }

    private void count(OrderReference.Counting counting, long at) {
        Observation message = counting.message();
        hand(at);
        boolean moves = message.getMeasurementsList().stream()
                .anyMatch(one -> one.getVital() == Vital.BODY_MOTION && one.getValue() > 0.3);
        Map<String, List<Measurement>> whose = new LinkedHashMap<>();
        boolean wrongClock = false;
        for (Measurement one : message.getMeasurementsList()) {
            Measurement.Builder timed = one.toBuilder();
            long came = message.getIngestTimeMs();
            if (one.getDeviceTimeMs() > came + 5_000 || one.getDeviceTimeMs() < came - 7 * 86_400_000L) {
                wrongClock = true;
                timed.setDeviceTimeMs(came);
            }
            if (moves && (one.getMethod() == Method.OXIMETRY || one.getMethod() == Method.OPTICAL_WRIST)) {
                timed.addFlags(ReadingFlag.MOTION);
            }
            whose.computeIfAbsent(wearerAt(timed.getDeviceTimeMs()), none -> new ArrayList<>())
                    .add(timed.build());
        }
        if (wrongClock) {
            trouble("clock-wrong", at, at);
        }
        whose.forEach((patient, readings) -> {
            if (!patient.isEmpty()) {
                give(patient, message, readings, counting.overtaken(), at);
            }
        });
        if (whose.containsKey("") && !worn()) {
            trouble("unassigned-device", at, at);
        }
    }

    private void give(String patient, Observation message, List<Measurement> readings, boolean overtaken, long at) {
        long newest =
                readings.stream().mapToLong(Measurement::getDeviceTimeMs).max().orElse(0);
        boolean late = overtaken || newest < at - LATE;
        given.accept(new Given(patient, message, readings, at, late));
        if (late || !patient.equals(wearer)) {
            return;
        }
        hear(newest, at);
        for (Measurement reading : readings) {
            if (reading.getDeviceTimeMs() >= at - LATE && reading.getMissing() != MissingReason.NOT_MEASURED) {
                judge(reading, at);
            }
        }
    }

    private void hear(long device, long at) {
        awaited = false;
        heard = at;
        heardDevice = device;
        if (troubles.containsKey("device-lost")) {
            over("device-lost", at, "RETURNED_TO_NORMAL");
            signals.values().forEach(signal -> signal.await(at));
        }
        Map.copyOf(troubles).forEach((rule, times) -> {
            if (at - times[1] >= OVER) {
                over(rule, at, "RETURNED_TO_NORMAL");
            }
        });
    }

    private void judge(Measurement reading, long at) {
        Vital vital = reading.getVital();
        long time = reading.getDeviceTimeMs();
        SignalReference signal = signals.getOrDefault(vital, new SignalReference(vital, at, (none, news) -> {}));
        boolean off = reading.getMissing() == MissingReason.SENSOR_OFF;
        signal.heard(off, time, at);
        if (off) {
            rulesOn(vital).forEach(rule -> rule.stale(true, at));
        } else if (reading.hasMissing() || !isUsable(reading)) {
            signal.unusable(time, at);
            rulesOn(vital).forEach(rule -> rule.invalid(at));
        } else if (!reading.hasValue() || !StepReference.FARTHEST.containsKey(vital)) {
            signal.usable(reading, at);
            rulesOn(vital).forEach(rule -> rule.valid(number(reading), time, at));
        } else {
            judgeStep(reading, signal, at);
        }
    }

    private void judgeStep(Measurement reading, SignalReference signal, long at) {
        Vital vital = reading.getVital();
        StepReference.Outcome outcome =
                steps.computeIfAbsent(vital, StepReference::new).take(reading, at);
        if (outcome.artefact()) {
            signal.unusable(reading.getDeviceTimeMs(), at);
            rulesOn(vital).forEach(rule -> rule.invalid(at));
        }
        for (RuleReference rule : rulesOn(vital)) {
            if (outcome.waits() && rule.atOnce()) {
                rule.valid(reading.getValue(), reading.getDeviceTimeMs(), at);
            }
        }
        for (StepReference.Believed one : outcome.believed()) {
            boolean earlier = one.at() < at;
            signal.usable(one.reading(), one.at());
            for (RuleReference rule : rulesOn(vital)) {
                if (!earlier || !rule.atOnce()) {
                    rule.valid(one.reading().getValue(), one.reading().getDeviceTimeMs(), one.at());
                }
            }
        }
    }

    private static boolean isUsable(Measurement reading) {
        if (reading.getVital() == Vital.RHYTHM) {
            return true;
        }
        return reading.hasQualityPercent()
                ? reading.getQualityPercent() >= 50
                : !reading.getFlagsList().contains(ReadingFlag.MOTION);
    }

    private static double number(Measurement reading) {
        return reading.hasCode() ? reading.getCodeValue() : reading.getValue();
    }

    private List<RuleReference> rulesOn(Vital vital) {
        return rules.values().stream()
                .filter(rule -> rule.rule.getVital() == vital)
                .toList();
    }

    /** Of a device that nobody wears nothing else is told. */
    private void trouble(String rule, long onset, long at) {
        if (!worn() && !rule.equals("unassigned-device")) {
            return;
        }
        long[] known = troubles.get(rule);
        if (known != null) {
            known[1] = at;
            return;
        }
        troubles.put(rule, new long[] {onset, at});
        tellOfTrouble(rule, "START", onset, at, "END_CAUSE_UNSPECIFIED");
    }

    private void over(String rule, long at, String cause) {
        long[] known = troubles.remove(rule);
        tellOfTrouble(rule, "END", known[0], at, cause);
    }

    private void tellOfTrouble(String rule, String phase, long onset, long due, String cause) {
        String severity = rule.equals("device-lost") ? "MEDIUM" : "LOW";
        told.accept(new Told(wearer, device, "VITAL_UNSPECIFIED", rule, phase, severity, onset, due, cause, false));
    }

    private void tellOfSignal(Vital vital, SignalReference.News news) {
        String severity = news.rule().equals("flatline") ? "LOW" : "MEDIUM";
        told.accept(new Told(
                wearer,
                device,
                vital.name(),
                news.rule(),
                news.phase(),
                severity,
                news.onset(),
                news.due(),
                news.cause(),
                false));
    }

    private void tellOfRule(RuleReference of, RuleReference.News news) {
        String severity = of.rule.getLevels(news.level()).getSeverity().name().replace("SEVERITY_", "");
        told.accept(new Told(
                wearer,
                device,
                of.rule.getVital().name(),
                of.rule.getRule(),
                news.phase(),
                severity,
                news.onset(),
                news.due(),
                news.cause(),
                news.stale()));
    }
}
