package org.wardlight.stream.device;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wardlight.events.v1.Measurement;
import org.wardlight.events.v1.Observation;
import org.wardlight.events.v1.ReadingFlag;
import org.wardlight.stream.attribution.AssociationBook;
import org.wardlight.stream.attribution.DeviceClock;
import org.wardlight.stream.quality.SignalQuality;

/**
 * Splits a message by who wore the device when each of its measurements was taken.
 *
 * @param byPatient measurements of each wearer, in the order of the message
 * @param unassigned measurements of a time when nobody wore it
 * @param distrusted whether the device clock could not be believed for one of them
 */
record ReadingAttribution(Map<String, List<Measurement>> byPatient, List<Measurement> unassigned, boolean distrusted) {

    /** Corrects the times of a message as it arrives, marks what its motion spoils, then splits it. */
    static ReadingAttribution arriving(Observation observation, DeviceClock clock, AssociationBook book) {
        List<Measurement> corrected = new ArrayList<>(observation.getMeasurementsCount());
        boolean distrusted = false;
        boolean inMotion = SignalQuality.inMotion(observation.getMeasurementsList());
        for (Measurement measurement : observation.getMeasurementsList()) {
            DeviceClock.Corrected time = clock.correct(measurement.getDeviceTimeMs(), observation.getIngestTimeMs());
            distrusted |= time.distrusted();
            Measurement.Builder builder = measurement.toBuilder().setDeviceTimeMs(time.timeMillis());
            if (time.distrusted()) {
                builder.addFlags(ReadingFlag.CLOCK);
            }
            if (inMotion && SignalQuality.suffersFromMotion(measurement.getMethod())) {
                builder.addFlags(ReadingFlag.MOTION);
            }
            corrected.add(builder.build());
        }
        return split(corrected, book, distrusted);
    }

    /** Splits measurements whose times were corrected before. */
    static ReadingAttribution retried(List<Measurement> corrected, AssociationBook book) {
        return split(corrected, book, false);
    }

    private static ReadingAttribution split(List<Measurement> corrected, AssociationBook book, boolean distrusted) {
        Map<String, List<Measurement>> byPatient = new LinkedHashMap<>();
        List<Measurement> unassigned = new ArrayList<>();
        for (Measurement measurement : corrected) {
            Optional<String> wearer = book.wearer(measurement.getDeviceTimeMs());
            wearer.map(patient -> byPatient.computeIfAbsent(patient, none -> new ArrayList<>()))
                    .orElse(unassigned)
                    .add(measurement);
        }
        return new ReadingAttribution(byPatient, unassigned, distrusted);
    }
}
