package org.wardlight.station.register;

/**
 * A bed as the board shows it.
 *
 * @param position the place on the board, from 1
 * @param nurse how the nurse of the bed is called on screen
 */
public record BedOnBoard(String id, int position, String nurse) {}
