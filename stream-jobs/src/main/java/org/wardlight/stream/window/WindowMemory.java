package org.wardlight.stream.window;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.wardlight.events.v1.VitalNumeric;
import org.wardlight.events.v1.VitalWindow;

/** The windows of all patients in plain memory, without Flink: what {@link WindowFunction} does, and nothing durable. */
public final class WindowMemory {

    private final Map<String, PatientWindows> patients = new HashMap<>();
    private final WindowPolicy policy;
    private final Consumer<VitalWindow> written;
    private long nowMillis;

    /** Writing windows by this policy. */
    public WindowMemory(WindowPolicy policy, Consumer<VitalWindow> written) {
        this.policy = policy;
        this.written = written;
    }

    /** Takes readings of a patient. */
    public void arrive(VitalNumeric numeric) {
        patients.computeIfAbsent(
                        numeric.getPatientRef(),
                        patient -> new PatientWindows(policy, patient, new WindowState(), this::hear))
                .arrive(numeric, nowMillis);
    }

    /** Writes everything that fell due up to this time. */
    public void advance(long now) {
        nowMillis = now;
        patients.values().removeIf(patient -> patient.nextGridMillis() <= now && patient.advance(now));
    }

    private void hear(WindowOutput output) {
        if (output instanceof WindowOutput.Written window) {
            written.accept(window.window());
        }
    }
}
