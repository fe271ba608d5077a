package org.wardlight.bench.reference;

import org.wardlight.events.v1.Measurement;
import org.wardlight.events.v1.Vital;

/** One signal that a device is expected to deliver. */
final class SignalReference {

    /** Something to tell. */
    record News(String rule, String phase, long onset, long due, String cause) {}

    /** Who is told. */
    interface Telling {
        void tell(Vital vital, News news);
    }

    private static final String NORMAL = "RETURNED_TO_NORMAL";
    private static final String STARTS = "END_CAUSE_UNSPECIFIED";
    private static final long NONE = -1;

    final Vital vital;
    long timeout;
    private final Telling telling;
    private long last;
    private long lastDevice;
    private boolean awaited = true;
    private long lost = NONE;
    private long off = NONE;
    private long poorSince = NONE;
    private long poorOnset;
    private boolean poor;
    private double same;
    private int sameCount;
    private long sameSince;
    private boolean flat;

    SignalReference(Vital vital, long at, Telling telling) {
        this.vital = vital;
        this.telling = telling;
        this.last = at;
        this.lastDevice = at;
    }

    void begin(long at) {
        end("no-signal", lost != NONE, lost, at, "CONTEXT_ENDED");
        end("sensor-off", off != NONE, off, at, "CONTEXT_ENDED");
        end("signal-unusable", poor, poorOnset, at, "CONTEXT_ENDED");
        end("flatline", flat, sameSince, at, "CONTEXT_ENDED");
        lost = NONE;
        off = NONE;
        poor = false;
        poorSince = NONE;
        flat = false;
        sameCount = 0;
        awaited = true;
        last = at;
        lastDevice = at;
    }

    /** The device is back. */
    void await(long at) {
        last = Math.max(last, at);
        poorSince = poor ? poorSince : NONE;
    }

    void heard(boolean sensorOff, long device, long at) {
        end("no-signal", lost != NONE, lost, at, NORMAL);
        lost = NONE;
        awaited = false;
        last = at;
        lastDevice = device;
        if (sensorOff && off == NONE) {
            off = device;
            poorSince = poor ? poorSince : NONE;
            telling.tell(vital, new News("sensor-off", "START", device, at, STARTS));
        } else if (!sensorOff) {
            end("sensor-off", off != NONE, off, at, NORMAL);
            off = NONE;
        }
    }

    void unusable(long device, long at) {
        if (poorSince == NONE) {
            poorSince = at;
            poorOnset = device;
        }
    }

    void usable(Measurement reading, long at) {
        end("signal-unusable", poor, poorOnset, at, NORMAL);
        poor = false;
        poorSince = NONE;
        boolean heart = vital == Vital.HEART_RATE || vital == Vital.PULSE_RATE;
        if (!heart) {
            return;
        }
        if (sameCount > 0 && reading.getValue() == same) {
            sameCount++;
            if (!flat && sameCount >= 30 && reading.getDeviceTimeMs() - sameSince >= 600_000) {
                flat = true;
                telling.tell(vital, new News("flatline", "START", sameSince, at, STARTS));
            }
            return;
        }
        end("flatline", flat, sameSince, at, NORMAL);
        flat = false;
        same = reading.getValue();
        sameCount = 1;
        sameSince = reading.getDeviceTimeMs();
    }

    /** Nothing came; returns whether the signal is gone, or gone bad, at this moment. */
    boolean pass(long at) {
        if (lost != NONE) {
            return false;
        }
        boolean changed = false;
        if (!poor && poorSince != NONE && at >= poorSince + Math.max(30_000, timeout)) {
            poor = true;
            changed = true;
            telling.tell(vital, new News("signal-unusable", "START", poorOnset, at, STARTS));
        }
        if (at >= last + (awaited ? Math.max(60_000, timeout) : timeout)) {
            lost = lastDevice;
            poorSince = poor ? poorSince : NONE;
            changed = true;
            telling.tell(vital, new News("no-signal", "START", lost, at, STARTS));
        }
        return changed;
    }

    private void end(String rule, boolean open, long onset, long at, String cause) {
        if (open) {
            telling.tell(vital, new News(rule, "END", onset, at, cause));
        }
    }
}
