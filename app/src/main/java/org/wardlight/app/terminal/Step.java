package org.wardlight.app.terminal;

import java.time.Duration;

/** Something that takes a while. Its one line appears when it ends, so that steps may run side by side. */
public final class Step {

    private final Terminal terminal;
    private final String name;
    private final long startedNanos = System.nanoTime();

    Step(Terminal terminal, String name) {
        this.terminal = terminal;
        this.name = name;
    }

    /** It worked; {@code detail} says where to find it. */
    public void done(String detail) {
        terminal.stepEnds(name, detail, took());
    }

    /** It did not work. */
    public void failed(String sentence) {
        terminal.stepFails(name, sentence);
    }

    /** How long it has been running. */
    public Duration took() {
        return Duration.ofNanos(System.nanoTime() - startedNanos);
    }
}
