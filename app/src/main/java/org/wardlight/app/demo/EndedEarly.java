package org.wardlight.app.demo;

/** The person asked to end before the ward was ready: everything is closed at once and nothing is counted. */
final class EndedEarly extends RuntimeException {

    private static final long serialVersionUID = 1L;

    EndedEarly() {
        super("asked to end before the ward was ready");
    }
}
