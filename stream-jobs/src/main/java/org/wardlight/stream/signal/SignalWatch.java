package org.wardlight.stream.signal;

import java.util.Optional;

/**
 * Watches one expected signal of one device: lost after its time-out on the ingest clock, and back with the next live reading.
 * What was only just put on is given a minute to be heard first, and is lost after it.
 * A reading that only arrived late does not count: a device that sends nothing but history is silent. A device that reports
 * its sensor off is heard, so this is a condition of its own; so are readings of which none can be used.
 *
 * <pre>
 *            usable value         unusable                  sensor off              time-out
 * present    -                    -                         SENSOR_OFF start        NO_SIGNAL start
 * unusable   SIGNAL_UNUSABLE end  SIGNAL_UNUSABLE start     SENSOR_OFF start        NO_SIGNAL start
 *                                 when only such for 30 s
 * off        SENSOR_OFF end       SENSOR_OFF end            -                       NO_SIGNAL start
 * lost       NO_SIGNAL end        NO_SIGNAL end             NO_SIGNAL end           -
 *                                                           SENSOR_OFF start
 * </pre>
 */
public final class SignalWatch {

    /**
     * From the association to the first reading. Sensors are put on after the device is, and a cuff needs half a minute: a
     * shorter time would call every beginning a loss. Wardlight proposal.
     */
    public static final long FIRST_READING_WITHIN_MILLIS = 60_000;

    /** Nothing but unusable readings for this long; longer for a signal that comes more rarely. Wardlight proposal. */
    public static final long UNUSABLE_AFTER_MILLIS = 30_000;

    private final SignalState state;

    /** Works on the given state, which it changes. */
    public SignalWatch(SignalState state) {
        this.state = state;
    }

    /** What is wrong with a signal. */
    public enum Trouble {
        NO_SIGNAL,
        SENSOR_OFF,
        SIGNAL_UNUSABLE,
        FLATLINE
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
        state.unusable = false;
        state.unusableSinceMillis = 0;
        state.flat = false;
        state.flatReadings = 0;
        state.lastMillis = nowMillis;
        state.lastDeviceMillis = nowMillis;
    }

    /** The device is back after it was lost as a whole: its signals are awaited from now on. */
    public void resume(long nowMillis) {
        state.lastMillis = Math.max(state.lastMillis, nowMillis);
        if (!state.unusable) {
            state.unusableSinceMillis = 0;
        }
    }

    /** A live reading arrived: the signal is not lost. */
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
            state.unusableSinceMillis = state.unusable ? state.unusableSinceMillis : 0;
        }
        return Optional.of(new SignalEvent(Trouble.SENSOR_OFF, off, state.sensorOffOnsetMillis, nowMillis));
    }

    /** A reading that can be used ends what was wrong with those before. */
    public Optional<SignalEvent> usable(long nowMillis) {
        state.unusableSinceMillis = 0;
        if (!state.unusable) {
            return Optional.empty();
        }
        state.unusable = false;
        return Optional.of(new SignalEvent(Trouble.SIGNAL_UNUSABLE, false, state.unusableOnsetMillis, nowMillis));
    }

    /** A reading that cannot be used; nothing but such for long enough is told by {@link #fire}. */
    public void unusable(long deviceMillis, long nowMillis) {
        if (state.unusableSinceMillis == 0) {
            state.unusableSinceMillis = nowMillis;
            state.unusableOnsetMillis = deviceMillis;
        }
    }

    /** When the signal counts as lost or unusable; {@link Long#MAX_VALUE} when it already does. */
    public long nextDueMillis() {
        return state.lost ? Long.MAX_VALUE : Math.min(lossDueMillis(), unusableDueMillis());
    }

    /** What is due has come true. */
    public SignalEvent fire() {
        long due = nextDueMillis();
        if (unusableDueMillis() == due) {
            state.unusable = true;
            return new SignalEvent(Trouble.SIGNAL_UNUSABLE, true, state.unusableOnsetMillis, due);
        }
        state.lost = true;
        state.lostOnsetMillis = state.lastDeviceMillis;
        if (!state.unusable) {
            state.unusableSinceMillis = 0;
        }
        return new SignalEvent(Trouble.NO_SIGNAL, true, state.lostOnsetMillis, due);
    }

    /** Whether a value is at hand. */
    public boolean present() {
        return !state.lost && !state.sensorOff && !state.unusable;
    }

    private long lossDueMillis() {
        long silence = state.awaited ? Math.max(state.timeoutMillis, FIRST_READING_WITHIN_MILLIS) : state.timeoutMillis;
        return state.lastMillis + silence;
    }

    private long unusableDueMillis() {
        return state.unusable || state.unusableSinceMillis == 0
                ? Long.MAX_VALUE
                : state.unusableSinceMillis + Math.max(state.timeoutMillis, UNUSABLE_AFTER_MILLIS);
    }
}
