package org.wardlight.simulators.playback;

/**
 * How far the devices are with what they stored before the run.
 *
 * @param sent messages handed to a connection
 * @param total messages in all; 0 without a history
 */
public record HistoryProgress(long sent, long total) {

    /** Whether there is nothing left to send. */
    public boolean isOver() {
        return sent >= total;
    }
}
