package org.wardlight.stream.window;

import org.wardlight.events.v1.VitalWindow;

/** What the windows of a patient give off. */
sealed interface WindowOutput {

    /** A window, or again one that has changed. */
    record Written(VitalWindow window) implements WindowOutput {}

    /** Something is counted. */
    record Counted(WindowTally tally, int times) implements WindowOutput {}
}
