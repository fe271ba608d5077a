package org.wardlight.station.register;

import java.util.Map;
import org.wardlight.events.v1.DeviceRegistration;
import org.wardlight.events.v1.Patient;
import org.wardlight.events.v1.PatientLimits;
import org.wardlight.events.v1.Rota;

/** What an earlier run left on the register topics, by key. */
public record PreviousRegister(
        Map<String, DeviceRegistration> devices,
        Map<String, Patient> patients,
        Map<String, PatientLimits> limits,
        Map<String, Rota> rotas) {

    /** Nothing. */
    public static final PreviousRegister NONE = new PreviousRegister(Map.of(), Map.of(), Map.of(), Map.of());

    /** Copies the maps. */
    public PreviousRegister {
        devices = Map.copyOf(devices);
        patients = Map.copyOf(patients);
        limits = Map.copyOf(limits);
        rotas = Map.copyOf(rotas);
    }
}
