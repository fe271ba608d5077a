package org.wardlight.simulators.timeline;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.wardlight.events.v1.Measurement;
import org.wardlight.simulators.device.ReadingSource;
import org.wardlight.simulators.device.Sensors;
import org.wardlight.simulators.device.Signal;
import org.wardlight.simulators.physiology.PatientBody;
import org.wardlight.simulators.physiology.Vitals;
import org.wardlight.simulators.scenario.DeviceScript;

/** A simulated body that goes through a script, seen by the sensors of one device. */
record ScriptedPatient(PatientBody body, Sensors sensors, DeviceScript script) implements ReadingSource {

    static ScriptedPatient of(DeviceTimeline.Part part) {
        return new ScriptedPatient(
                new PatientBody(part.seed(), part.device().bedIndex()),
                new Sensors(part.device(), part.seed()),
                part.script());
    }

    @Override
    public List<Measurement> read(List<Signal> signals, Instant at, Duration sinceStart) {
        Vitals vitals = body.at(at, script.illness(), sinceStart);
        return sensors.read(signals, at, vitals, script.faults().isProbeOff(sinceStart));
    }

    @Override
    public int batteryPercent(Instant at) {
        return sensors.batteryPercent(at);
    }
}
