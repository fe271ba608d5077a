package org.wardlight.simulators.scenario;

import java.time.Duration;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.wardlight.simulators.device.SensorTrouble;

/** How one device fails, or is handled wrongly. All times count from the start of the run. */
public sealed interface DeviceFault {

    /** What keeps its sensors from seeing the patient at this time. */
    default SensorTrouble sensors(Duration sinceStart) {
        return SensorTrouble.NONE;
    }

    /** Whether it has stopped measuring at this time. */
    default boolean isSilent(Duration sinceStart) {
        return false;
    }

    /** When it has no network and stores what it measures; null for never. */
    default @Nullable Outage outage() {
        return null;
    }

    /** Whether everything arrives twice, and some of it out of order. */
    default boolean repeats() {
        return false;
    }

    /** How far its clock is ahead; negative when it is behind. */
    default Duration clockAhead() {
        return Duration.ZERO;
    }

    /** Its charge in %, where that does not go by itself. */
    default OptionalInt batteryPercent(Duration sinceStart) {
        return OptionalInt.empty();
    }

    /** In which bed the patient lies who wears it at this time. */
    default int wornIn(int ownBed, Duration sinceStart) {
        return ownBed;
    }

    /** A device that works. */
    record None() implements DeviceFault {}

    /** The oximeter's probe falls off, for good. */
    record ProbeOff(Duration from) implements DeviceFault {

        @Override
        public SensorTrouble sensors(Duration sinceStart) {
            return sinceStart.compareTo(from) >= 0 ? SensorTrouble.PROBE_OFF : SensorTrouble.NONE;
        }
    }

    /** The patient moves for a while, and the readings with him; {@code until} is exclusive. */
    record Motion(Duration from, Duration until) implements DeviceFault {

        @Override
        public SensorTrouble sensors(Duration sinceStart) {
            return sinceStart.compareTo(from) >= 0 && sinceStart.compareTo(until) < 0
                    ? SensorTrouble.MOTION
                    : SensorTrouble.NONE;
        }
    }

    /** It stops measuring altogether. */
    record Silence(Duration from) implements DeviceFault {

        @Override
        public boolean isSilent(Duration sinceStart) {
            return sinceStart.compareTo(from) >= 0;
        }
    }

    /**
     * A time without network.
     *
     * @param from when it begins
     * @param until when the network is back (exclusive)
     */
    record Outage(Duration from, Duration until) implements DeviceFault {

        /** @throws IllegalArgumentException unless it ends after it began */
        public Outage {
            if (from.isNegative() || until.compareTo(from) <= 0) {
                throw new IllegalArgumentException("an outage must end after it began: " + from + " to " + until);
            }
        }

        @Override
        public Outage outage() {
            return this;
        }

        /** Whether there is no network at this time. */
        public boolean covers(Duration sinceStart) {
            return sinceStart.compareTo(from) >= 0 && sinceStart.compareTo(until) < 0;
        }
    }

    /** A network that delivers everything twice, and some of it after what came later. */
    record Repeats() implements DeviceFault {

        @Override
        public boolean repeats() {
            return true;
        }
    }

    /** Its clock is wrong from the start. */
    record WrongClock(Duration ahead) implements DeviceFault {

        @Override
        public Duration clockAhead() {
            return ahead;
        }
    }

    /** Its battery is nearly empty and loses some % every minute; it stops short of nothing. */
    record LowBattery(int percentAtStart, int percentPerMinute) implements DeviceFault {

        private static final int LEAST_PERCENT = 2;

        @Override
        public OptionalInt batteryPercent(Duration sinceStart) {
            long lost = percentPerMinute * Math.max(0, sinceStart.toMinutes());
            return OptionalInt.of((int) Math.max(LEAST_PERCENT, percentAtStart - lost));
        }
    }

    /** Somebody hangs it on the patient of another bed; nobody tells the register. */
    record Exchange(Duration at, int otherBed) implements DeviceFault {

        @Override
        public int wornIn(int ownBed, Duration sinceStart) {
            return sinceStart.compareTo(at) >= 0 ? otherBed : ownBed;
        }
    }
}
