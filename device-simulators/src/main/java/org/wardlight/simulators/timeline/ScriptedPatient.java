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

/** A simulated body that goes through a script, seen by the sensors of one device. */
final class ScriptedPatient implements ReadingSource {

    private static final Duration IN_THE_END = Duration.ofDays(365_000);

    private final DeviceTimeline.Part part;
    private final PatientBody body;
    private final PatientBody bodyInTheEnd;
    private final Sensors sensors;

    ScriptedPatient(DeviceTimeline.Part part) {
        int bed = part.device().bedIndex();
        this.part = part;
        this.body = new PatientBody(part.seed(), bed);
        this.bodyInTheEnd = new PatientBody(part.seed(), part.script().fault().wornIn(bed, IN_THE_END));
        this.sensors = new Sensors(part.device(), part.seed());
    }

    @Override
    public List<Measurement> read(List<Signal> signals, Instant at, Duration sinceStart) {
        int bed = part.device().bedIndex();
        boolean onItsOwn = part.script().fault().wornIn(bed, sinceStart) == bed;
        Vitals vitals = (onItsOwn ? body : bodyInTheEnd).at(at, part.script().illness(), sinceStart);
        return sensors.read(signals, at, vitals, part.script().fault().sensors(sinceStart), batteryPercent(at));
    }

    @Override
    public int batteryPercent(Instant at) {
        return part.script()
                .fault()
                .batteryPercent(Duration.between(part.start(), at))
                .orElseGet(() -> sensors.batteryPercent(at));
    }
}
