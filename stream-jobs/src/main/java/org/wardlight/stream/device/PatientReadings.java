package org.wardlight.stream.device;

import java.util.List;
import org.wardlight.events.v1.DeviceRegistration;
import org.wardlight.events.v1.Measurement;
import org.wardlight.events.v1.Observation;
import org.wardlight.events.v1.VitalNumeric;

/**
 * What one message measured of one patient.
 *
 * @param patientRef who wore the device then
 * @param message the message they came in
 * @param readings its measurements of this patient, times on the ingest clock
 */
record PatientReadings(String patientRef, Observation message, List<Measurement> readings) {

    /** Device time of the newest, ms. */
    long newestMillis() {
        return newestMillis(readings);
    }

    static long newestMillis(List<Measurement> readings) {
        return readings.stream().mapToLong(Measurement::getDeviceTimeMs).max().orElse(Long.MIN_VALUE);
    }

    /** The record of them, with what this registration expects of the vitals measured. */
    VitalNumeric.Builder numeric(DeviceRegistration registration, long nowMillis) {
        VitalNumeric.Builder numeric = VitalNumeric.newBuilder()
                .setPatientRef(patientRef)
                .setDeviceId(message.getDeviceId())
                .setSite(message.getSite())
                .setIngestTimeMs(nowMillis)
                .setSourceFormat(message.getSourceFormat())
                .addAllMeasurements(readings);
        registration.getSignalsList().stream()
                .filter(signal -> readings.stream().anyMatch(reading -> reading.getVital() == signal.getVital()))
                .forEach(numeric::addExpected);
        return message.hasSequence()
                ? numeric.setSequence(message.getSequence())
                : numeric.setContentHash(message.getContentHash());
    }
}
