package org.wardlight.station.board;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the board sends to a browser. Times are ms since 1970 on the ward clock. */
public final class Frames {

    private Frames() {}

    /** The whole ward. */
    public record Snapshot(
            long serverTime,
            WardName ward,
            @Nullable DemoNote demo,
            @Nullable SignedIn session,
            List<Tile> tiles,
            List<Alarm> alarms,
            Counts counts,
            List<UnassignedDevice> unassignedDevices) {

        /** Copies the lists. */
        public Snapshot {
            tiles = List.copyOf(tiles);
            alarms = List.copyOf(alarms);
            unassignedDevices = List.copyOf(unassignedDevices);
        }
    }

    /** What changed since the last one. */
    public record Frame(long serverTime, List<Tile> tiles, Counts counts, List<UnassignedDevice> unassignedDevices) {
        /** Copies the lists. */
        public Frame {
            tiles = List.copyOf(tiles);
            unassignedDevices = List.copyOf(unassignedDevices);
        }
    }

    /** A transition of one alarm. */
    public record AlarmFrame(long serverTime, Alarm alarm, Counts counts) {}

    /** A ward by name. */
    public record WardName(String id, String name, String site, String timeZone) {}

    /** What the board says about being a demonstration. */
    public record DemoNote(String title, List<String> notes) {
        /** Copies the list. */
        public DemoNote {
            notes = List.copyOf(notes);
        }
    }

    /** Who is signed in. */
    public record SignedIn(String actor, String name, String role) {}

    /** A device that sends, though nobody wears it. */
    public record UnassignedDevice(String device, long lastSeen, long readings) {}

    /** Limits of one rule. */
    public record Limit(
            String rule,
            String vital,
            String label,
            String side,
            List<LimitStep> levels,
            double hysteresis,
            String source) {
        /** Copies the list. */
        public Limit {
            levels = List.copyOf(levels);
        }
    }

    /** One severity of a limit. */
    public record LimitStep(String priority, double threshold, long delayMs) {}

    /** Who set limits, why and when; {@code revision} is what a change of them may name. */
    public record LimitsSet(long revision, String actor, String reason, long time) {}

    /** One patient; {@code limitsSet} is absent while no limits are known. */
    public record PatientView(
            long serverTime,
            Tile tile,
            List<Alarm> alarms,
            List<Limit> limits,
            @Nullable LimitsSet limitsSet) {
        /** Copies the lists. */
        public PatientView {
            alarms = List.copyOf(alarms);
            limits = List.copyOf(limits);
        }
    }
}
