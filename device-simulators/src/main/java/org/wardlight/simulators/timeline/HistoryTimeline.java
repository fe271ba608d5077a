package org.wardlight.simulators.timeline;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.wardlight.events.v1.NativeMessage;
import org.wardlight.events.v1.Sequence;
import org.wardlight.simulators.device.SimulatedDevice;

/**
 * What one device stored before the run, oldest first: a reading a minute of the healthy patient whom it then goes on
 * measuring live, a quarter of an hour in a message, as devices do that upload what they stored. It counts under a boot number of
 * its own, so that the live numbers have no gap. Not thread-safe.
 */
public final class HistoryTimeline implements Iterator<TimedMessage> {

    private static final Duration STEP = Duration.ofMinutes(1);
    private static final int READINGS_IN_A_MESSAGE = 15;

    private final DeviceTimeline.Part part;
    private final ScriptedPatient patient;
    private final Instant end;
    private final long readings;

    private long read;
    private long seq;

    /** The time of this length before the run. */
    HistoryTimeline(DeviceTimeline.Part part, Duration length) {
        this.part = part;
        this.patient = new ScriptedPatient(part);
        this.end = DeviceTimeline.firstTick(part);
        this.readings = length.toMinutes();
    }

    /** Whose history it is. */
    public SimulatedDevice device() {
        return part.device();
    }

    /** How many messages it has in all. */
    public long count() {
        return (readings + READINGS_IN_A_MESSAGE - 1) / READINGS_IN_A_MESSAGE;
    }

    @Override
    public boolean hasNext() {
        return read < readings;
    }

    /** The next one; its planned moment is long past, so the sent time will be that of the real sending. */
    @Override
    public TimedMessage next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the history has reached the run");
        }
        NativeMessage.Builder content = NativeMessage.newBuilder()
                .setDeviceId(part.device().deviceId())
                .setSequence(Sequence.newBuilder().setBoot(part.boot()).setSeq(++seq));
        Instant measured = end;
        for (int i = 0; i < READINGS_IN_A_MESSAGE && hasNext(); i++) {
            measured = end.minus(STEP.multipliedBy(readings - read++));
            content.addAllMeasurements(patient.read(
                    part.device().profile().signals(), measured, Duration.between(part.start(), measured)));
        }
        content.setSentTimeMs(measured.toEpochMilli());
        return new TimedMessage(measured, DeviceTimeline.formatOf(part.device()), content.build());
    }
}
