package org.wardlight.station.register;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.wardlight.events.v1.DeviceRegistration;
import org.wardlight.events.v1.Patient;
import org.wardlight.events.v1.PatientLimits;
import org.wardlight.events.v1.Rota;

/** A register log in memory, which can be told to fail. */
public final class MemoryLog implements RegisterLog {

    private final List<RegisterRecord> records = new ArrayList<>();
    private boolean failing;

    @Override
    public synchronized void append(List<RegisterRecord> appended) throws IOException {
        if (failing) {
            throw new IOException("told to fail");
        }
        records.addAll(appended);
    }

    /** From now on every append fails, or no longer does. */
    public synchronized void fail(boolean fail) {
        failing = fail;
    }

    synchronized List<RegisterRecord> records() {
        return List.copyOf(records);
    }

    /** What a later run would find. */
    public synchronized PreviousRegister compacted() {
        Map<String, DeviceRegistration> devices = new HashMap<>();
        Map<String, Patient> patients = new HashMap<>();
        Map<String, Rota> rotas = new HashMap<>();
        for (RegisterRecord record : records) {
            if (record.value() instanceof DeviceRegistration device) {
                devices.put(record.key(), device);
            } else if (record.value() instanceof Patient patient) {
                patients.put(record.key(), patient);
            } else if (record.value() instanceof Rota rota) {
                rotas.put(record.key(), rota);
            }
        }
        return new PreviousRegister(devices, patients, limits(), rotas);
    }

    synchronized Map<String, PatientLimits> limits() {
        Map<String, PatientLimits> limits = new HashMap<>();
        for (RegisterRecord record : records) {
            if (record.value() instanceof PatientLimits of) {
                limits.put(record.key(), of);
            }
        }
        return limits;
    }
}
