package org.wardlight.station.register;

/**
 * A place for somebody to lie.
 *
 * @param position the place on the board, from 1
 * @param nurse staff id of whoever nurses this bed
 */
record WardBed(String id, int position, String nurse) {

    WardBed nursedBy(String staffId) {
        return new WardBed(id, position, staffId);
    }
}
