package org.wardlight.station.register;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wardlight.events.VitalCatalogue;
import org.wardlight.events.v1.ChartEntry;
import org.wardlight.events.v1.Code;
import org.wardlight.events.v1.Measurement;
import org.wardlight.events.v1.Method;
import org.wardlight.events.v1.ReadingFlag;
import org.wardlight.events.v1.Vital;
import org.wardlight.events.v1.VitalDefinition;
import org.wardlight.station.register.RegisterRefusal.Reason;

/** What a person saw or did at the bed. An entry is never edited: a correction is an entry of its own. */
final class ChartDecisions {

    /** How far back something may be entered. */
    static final Duration LONGEST_AGO = Duration.ofHours(24);

    private static final int LONGEST_INTERVENTION = 200;
    private static final Map<String, Code> CONSCIOUSNESS =
            Map.of("A", Code.ALERT, "C", Code.CONFUSED, "V", Code.VOICE, "P", Code.PAIN, "U", Code.UNRESPONSIVE);
    /** What has a key of its own, is a code, or no person counts. */
    private static final Set<Vital> NOT_BY_HAND = EnumSet.of(
            Vital.CONSCIOUSNESS,
            Vital.OXYGEN_FLOW,
            Vital.INSPIRED_OXYGEN,
            Vital.POSTURE,
            Vital.BATTERY,
            Vital.STEP_COUNT,
            Vital.PERFUSION_INDEX,
            Vital.INTER_BEAT_INTERVAL,
            Vital.BODY_MOTION,
            Vital.RHYTHM);

    private ChartDecisions() {}

    static Decision chart(Ward ward, String patientRef, Charted charted) throws RegisterRefusal {
        if (charted.isEmpty()) {
            throw new RegisterRefusal(Reason.INVALID, "There is nothing to chart.");
        }
        Stay stay = ward.openStay(patientRef);
        Long time = charted.timeMillis();
        if (time != null && time < ward.now() - LONGEST_AGO.toMillis()) {
            throw tooLongAgo();
        }
        return entered(ward, stay, charted, time == null ? ward.now() : time, "");
    }

    /** With nothing of its own it strikes the other entry out, however old that one is. */
    static Decision correct(Ward ward, KeptEntry kept, Charted charted) throws RegisterRefusal {
        ChartEntry wrong = kept.entry();
        Stay stay = ward.openStay(wrong.getPatientRef());
        if (kept.correctedBy() != null) {
            throw new RegisterRefusal(Reason.CONFLICT, "This entry was corrected before. Correct the newer one.");
        }
        Long time = charted.timeMillis();
        if (time != null && time < Math.min(wrong.getTimeMs(), ward.now() - LONGEST_AGO.toMillis())) {
            throw tooLongAgo();
        }
        return entered(ward, stay, charted, time == null ? wrong.getTimeMs() : time, wrong.getEntryId());
    }

    private static Decision entered(Ward ward, Stay stay, Charted charted, long time, String corrects)
            throws RegisterRefusal {
        checkTime(ward, stay, time);
        String intervention = charted.intervention() == null ? "" : charted.intervention();
        if (intervention.length() > LONGEST_INTERVENTION) {
            throw new RegisterRefusal(
                    Reason.INVALID, "An intervention is told in at most " + LONGEST_INTERVENTION + " characters.");
        }
        ChartEntry entry = ChartEntry.newBuilder()
                .setEntryId(ward.ids().get())
                .setPatientRef(stay.patientRef())
                .addAllMeasurements(measurements(charted, time))
                .setIntervention(intervention)
                .setTimeMs(time)
                .setCorrects(corrects)
                .setBy(ward.by().authorship())
                .build();
        String what = corrects.isEmpty() ? "charted" : charted.isEmpty() ? "entry struck out" : "entry corrected";
        return new Decision(List.of(new Change.EntryAdded(entry)), what, "bed " + stay.bedId());
    }

    private static RegisterRefusal tooLongAgo() {
        return new RegisterRefusal(Reason.INVALID, "Only the last " + LONGEST_AGO.toHours() + " hours can be charted.");
    }

    private static void checkTime(Ward ward, Stay stay, long time) throws RegisterRefusal {
        if (time > ward.now()) {
            throw new RegisterRefusal(Reason.INVALID, "This moment has not come yet.");
        }
        if (time < stay.admittedMillis()) {
            throw new RegisterRefusal(Reason.INVALID, "The patient was admitted after that moment.");
        }
    }

    private static List<Measurement> measurements(Charted charted, long time) throws RegisterRefusal {
        List<Measurement> measurements = new ArrayList<>();
        String letter = charted.consciousness();
        if (letter != null) {
            Code code = CONSCIOUSNESS.get(letter);
            if (code == null) {
                throw new RegisterRefusal(Reason.INVALID, "Consciousness is A, C, V, P or U.");
            }
            measurements.add(manual(Vital.CONSCIOUSNESS, time).setCode(code).build());
        }
        if (charted.oxygenFlow() != null && charted.inspiredOxygen() != null) {
            throw new RegisterRefusal(Reason.INVALID, "Oxygen is charted as flow or as inspired share, not as both.");
        }
        if (charted.oxygenFlow() != null) {
            measurements.add(number(Vital.OXYGEN_FLOW, charted.oxygenFlow(), time));
        }
        if (charted.inspiredOxygen() != null) {
            measurements.add(number(Vital.INSPIRED_OXYGEN, charted.inspiredOxygen(), time));
        }
        for (Map.Entry<String, Double> vital : charted.vitals().entrySet()) {
            measurements.add(number(byHand(vital.getKey()), vital.getValue(), time));
        }
        return measurements;
    }

    private static Vital byHand(String id) throws RegisterRefusal {
        return VitalCatalogue.standard()
                .find(id)
                .map(VitalDefinition::getVital)
                .filter(vital -> !NOT_BY_HAND.contains(vital))
                .orElseThrow(() -> new RegisterRefusal(Reason.INVALID, "No person charts the vital " + id + "."));
    }

    private static Measurement number(Vital vital, double value, long time) throws RegisterRefusal {
        if (!VitalCatalogue.standard().isPlausible(vital, value)) {
            VitalDefinition definition = VitalCatalogue.standard().get(vital);
            throw new RegisterRefusal(
                    Reason.INVALID,
                    definition.getId() + " lies between " + definition.getPlausibleLow() + " and "
                            + definition.getPlausibleHigh() + " " + definition.getUnit() + ".");
        }
        return manual(vital, time).setValue(value).build();
    }

    private static Measurement.Builder manual(Vital vital, long time) {
        return Measurement.newBuilder()
                .setDeviceTimeMs(time)
                .setVital(vital)
                .setMethod(Method.MANUAL)
                .addFlags(ReadingFlag.CHARTED);
    }

    /** The letter by which a level of consciousness is charted. */
    static @Nullable String letter(Code code) {
        return CONSCIOUSNESS.entrySet().stream()
                .filter(entry -> entry.getValue() == code)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }
}
