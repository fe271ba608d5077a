package org.wardlight.stream.signal;

import java.util.Optional;

/**
 * Watches one expected signal of one device: lost after its time-out on the ingest clock, and back with the next live reading.
 * What was only just put on is given a minute to be heard first, and is lost after it.
 * A reading that only arrived late does not count: a device that sends nothing but history is silent. A device that reports
 * its sensor off is heard, so this is a condition of its own.
 *
 * <pre>
 *            live value     sensor off        time-out
 * present    -              SENSOR_OFF start  NO_SIGNAL start
 * off        SENSOR_OFF end -                 NO_SIGNAL start
 * lost       NO_SIGNAL end  NO_SIGNAL end     -
 *                           SENSOR_OFF start
 * </pre>
 */
public final class SignalWatch {

    /**
     * From the association to the first reading. Sensors are put on after the device is, and a cuff needs half a minute: a
     * shorter time would call every beginning a loss. Wardlight proposal.
     */
    public static final long FIRST_READING_WITHIN_MILLIS = 60_000;

    private final SignalState state;

    /** Works on the given state, which it changes. */
    public SignalWatch(SignalState state) {
        this.state = state;
    }

    /** What is wrong with a signal. */
    public enum Trouble {
        NO_SIGNAL,
        SENSOR_OFF
    }

    /**
     * A trouble that starts or ends.
     *
     * @param onsetMillis device time since when it is so; the same at start and end
     * @param dueMillis when this was due, ingest clock
     */
    public record SignalEvent(Trouble trouble, boolean starts, long onsetMillis, long dueMillis) {}

    /** Somebody wears the device from now on: whatever was known of the signal is over, and its first reading is awaited. */
    public void begin(long nowMillis) {
        state.awaited = true;
        state.lost = false;
        state.sensorOff = false;
        state.lastMillis = nowMillis;
        state.lastDeviceMillis = nowMillis;
    }

    /** A live value arrived: ends whatever was wrong. */
    public Optional<SignalEvent> lossEndedBy(long deviceMillis, long nowMillis) {
        state.awaited = false;
        state.lastMillis = nowMillis;
        state.lastDeviceMillis = deviceMillis;
        if (!state.lost) {
            return Optional.empty();
        }
        state.lost = false;
        return Optional.of(new SignalEvent(Trouble.NO_SIGNAL, false, state.lostOnsetMillis, nowMillis));
    }

    /** Whether the sensor is on, as the device says with each reading. */
    public Optional<SignalEvent> sensor(boolean off, long deviceMillis, long nowMillis) {
        if (off == state.sensorOff) {
            return Optional.empty();
        }
        state.sensorOff = off;
        if (off) {
            state.sensorOffOnsetMillis = deviceMillis;
        }
        return Optional.of(new SignalEvent(Trouble.SENSOR_OFF, off, state.sensorOffOnsetMillis, nowMillis));
    }

    /** When the signal counts as lost; {@link Long#MAX_VALUE} when it already does. */
    public long nextDueMillis() {
        if (state.lost) {
            return Long.MAX_VALUE;
        }
        long silence = state.awaited ? Math.max(state.timeoutMillis, FIRST_READING_WITHIN_MILLIS) : state.timeoutMillis;
        return state.lastMillis + silence;
    }

    /** The time-out has passed. */
    public SignalEvent lose() {
        long due = nextDueMillis();
        state.lost = true;
        state.lostOnsetMillis = state.lastDeviceMillis;
        return new SignalEvent(Trouble.NO_SIGNAL, true, state.lostOnsetMillis, due);
    }

    /** Whether a value is at hand. */
    public boolean present() {
        return !state.lost && !state.sensorOff;
    }
}
