package org.wardlight.station.live;

/**
 * One event of a stream, written once for all browsers.
 *
 * @param version of the board it shows; a browser whose snapshot is as new does not get it. 0 is sent to everybody
 */
public record Event(String name, long version, String json) {}
