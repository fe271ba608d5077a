package org.wardlight.station.register;

/** Somebody else has changed the register meanwhile: what was decided was decided from an old state. */
final class Stale extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Stale(String what) {
        super(what);
    }
}
