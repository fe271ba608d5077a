package org.wardlight.alerting.desk;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.wardlight.alerting.alarm.Ladder;
import org.wardlight.alerting.alarm.LadderStep;
import org.wardlight.alerting.alarm.Place;
import org.wardlight.events.v1.Patient;
import org.wardlight.events.v1.Rota;

/** Where patients lie, who nurses them and who is asked, as the ward register last told; kept in memory, read again at each start. */
public final class WardRegister {

    private final Ladder fallback;
    private final Map<String, String> secondByReceiver;
    private final Map<String, Bedside> bedsides = new ConcurrentHashMap<>();
    private final Map<String, RotaClock> rotas = new ConcurrentHashMap<>();
    private volatile Consumer<Patient> whenDischarged = patient -> {};

    /**
     * A register that knows nobody yet.
     *
     * @param defaultReceivers who is asked where no rota is known
     * @param secondByReceiver the second channels of receivers that have one
     */
    public WardRegister(List<String> defaultReceivers, Map<String, String> secondByReceiver) {
        this.secondByReceiver = Map.copyOf(secondByReceiver);
        this.fallback = new Ladder(defaultReceivers.stream()
                .map(receiver -> new LadderStep("on call", receiver, ""))
                .toList());
    }

    /** Who hears of stays that have ended, perhaps more than once, on the thread that read the record. */
    public void onDischarged(Consumer<Patient> listener) {
        whenDischarged = listener;
    }

    /** A stay was entered or changed; one that has ended is nobody's any more. */
    public void patient(Patient patient) {
        Place place = new Place(patient.getWardId(), patient.getBedId());
        String nurse = patient.hasDischargedMs() ? "" : patient.getNurse();
        bedsides.put(patient.getPatientRef(), new Bedside(place, nurse));
        if (patient.hasDischargedMs()) {
            whenDischarged.accept(patient);
        }
    }

    /** A stay was removed. */
    public void patientRemoved(String patientRef) {
        bedsides.remove(patientRef);
    }

    /** A rota was entered or changed; one without steps counts as none. */
    public void rota(Rota rota) {
        if (rota.getStepsCount() == 0 && rota.getShiftsCount() == 0) {
            rotas.remove(rota.getWardId());
            return;
        }
        rotas.put(rota.getWardId(), RotaClock.of(rota));
    }

    /** A rota was removed. */
    public void rotaRemoved(String wardId) {
        rotas.remove(wardId);
    }

    Place placeOf(String patientRef) {
        return bedside(patientRef).place();
    }

    /**
     * Who is asked about this patient at that moment: the shift of the ward that is on then, whose steps without a person
     * mean the nurse of the bed.
     */
    Ladder ladderOf(String patientRef, Instant now) {
        Bedside bedside = bedside(patientRef);
        RotaClock rota = rotas.get(bedside.place().wardId());
        Ladder ladder = rota == null ? fallback : rota.ladderAt(now).withNurse(bedside.nurse());
        return ladder.withSecondReceivers(secondByReceiver);
    }

    /**
     * Whether somebody may be asked about this patient: stands on the rota of the ward now, or is the nurse of one of its
     * beds. Everybody, where the rota names nobody.
     */
    boolean isOnRota(String patientRef, String person, Instant now) {
        String wardId = placeOf(patientRef).wardId();
        List<String> named = Stream.concat(
                        ladderOf(patientRef, now).steps().stream().map(LadderStep::person),
                        bedsides.values().stream()
                                .filter(bedside -> bedside.place().wardId().equals(wardId))
                                .map(Bedside::nurse))
                .filter(name -> !name.isEmpty())
                .toList();
        return named.isEmpty() || named.contains(person);
    }

    private Bedside bedside(String patientRef) {
        return bedsides.getOrDefault(patientRef, Bedside.UNKNOWN);
    }

    /** Where a patient lies and how the nurse of that bed is called on screen, empty when unknown. */
    private record Bedside(Place place, String nurse) {

        static final Bedside UNKNOWN = new Bedside(Place.UNKNOWN, "");
    }
}
