package org.wardlight.station.register;

/** One line of the change log: who did what, about which bed or device, why. */
public record KeptChange(long time, String actor, String what, String about, String reason) {}
