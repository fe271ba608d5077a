package org.wardlight.app.simulation;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.wardlight.app.operations.EndSignal;
import org.wardlight.app.terminal.Terminal;
import org.wardlight.simulators.SimulatorApp;

/** Looks at running devices, and says every ten seconds how far they are and what is wrong. */
record Watch(SimulatorApp simulator, EndSignal end, Terminal lines) {

    private static final Duration LOOK = Duration.ofMillis(500);
    private static final int FIRST_REPORT = 10;
    private static final int REPORT_EVERY = 20;

    /**
     * Returns when asked to end, when the time is over, or when there is nothing left to wait for.
     *
     * @param longest null for no limit
     */
    void until(@Nullable Duration longest, BooleanSupplier isOver, Supplier<String> position)
            throws InterruptedException {
        long most = longest == null ? Long.MAX_VALUE : longest.toMillis() / LOOK.toMillis();
        for (long looks = 1; looks <= most; looks++) {
            if (end.await(LOOK) || isOver.getAsBoolean()) {
                return;
            }
            if (looks == FIRST_REPORT || looks % REPORT_EVERY == 0) {
                simulator.problems().values().forEach(lines::warning);
                lines.line("  " + position.get());
            }
        }
        if (longest != null) {
            end.await(longest.minus(LOOK.multipliedBy(most)));
        }
    }
}
