package org.wardlight.station.board;

import java.util.Collection;

/** Open alarms by priority, technical ones apart, and how many of all of them nobody has acknowledged. */
public record Counts(int high, int medium, int low, int technical, int unacknowledged) {

    static Counts of(Collection<Alarm> open) {
        int[] counts = new int[5];
        for (Alarm alarm : open) {
            counts[place(alarm)]++;
            if (alarm.isUnacknowledged()) {
                counts[4]++;
            }
        }
        return new Counts(counts[0], counts[1], counts[2], counts[3], counts[4]);
    }

    private static int place(Alarm alarm) {
        if (alarm.kind().equals("technical")) {
            return 3;
        }
        return switch (alarm.priority()) {
            case "high" -> 0;
            case "medium" -> 1;
            default -> 2;
        };
    }
}
