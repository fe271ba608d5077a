package org.wardlight.station.register;

import com.google.protobuf.Message;
import org.wardlight.events.Topics;
import org.wardlight.events.v1.ChartEntry;
import org.wardlight.events.v1.DeviceRegistration;
import org.wardlight.events.v1.Patient;
import org.wardlight.events.v1.PatientLimits;
import org.wardlight.events.v1.Rota;

/** One entry of the register, as it goes on its topic. */
public record RegisterRecord(Topics.Topic topic, String key, Message value) {

    static RegisterRecord of(DeviceRegistration device) {
        return new RegisterRecord(Topics.REGISTER_ASSOCIATION, device.getDeviceId(), device);
    }

    static RegisterRecord of(Patient patient) {
        return new RegisterRecord(Topics.REGISTER_PATIENT, patient.getPatientRef(), patient);
    }

    static RegisterRecord of(PatientLimits limits) {
        return new RegisterRecord(Topics.REGISTER_LIMITS, limits.getPatientRef(), limits);
    }

    static RegisterRecord of(Rota rota) {
        return new RegisterRecord(Topics.REGISTER_ROTA, rota.getWardId(), rota);
    }

    static RegisterRecord of(ChartEntry entry) {
        return new RegisterRecord(Topics.CHART_ENTRY, entry.getPatientRef(), entry);
    }
}
