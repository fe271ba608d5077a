package org.wardlight.app.operations;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Turns Ctrl-C and a service manager's SIGTERM into an orderly end: who waits here goes on, and the process stays until
 * this is closed or half a minute has passed. Open it first and close it last.
 */
public final class EndSignal implements AutoCloseable {

    private static final Duration LONGEST_END = Duration.ofSeconds(30);

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch finished = new CountDownLatch(1);
    private final Thread hook = new Thread(this::holdTheProcess, "end-signal");

    private EndSignal() {}

    /** Listens from now on. */
    public static EndSignal listen() {
        EndSignal signal = new EndSignal();
        Runtime.getRuntime().addShutdownHook(signal.hook);
        return signal;
    }

    /** Waits until the process is asked to end. */
    public void await() throws InterruptedException {
        asked.await();
    }

    /** Waits at most that long; true when the process was asked to end. */
    public boolean await(Duration longest) throws InterruptedException {
        return asked.await(longest.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Whether the process was asked to end. */
    public boolean isAsked() {
        return asked.getCount() == 0;
    }

    /** Asks from within, as a signal would. */
    public void ask() {
        asked.countDown();
    }

    /** Everything is closed: the process may go. */
    @Override
    public void close() {
        finished.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // The signal has come; the hook is what waits for us.
        }
    }

    private void holdTheProcess() {
        asked.countDown();
        try {
            if (!finished.await(LONGEST_END.toMillis(), TimeUnit.MILLISECONDS)) {
                Runtime.getRuntime().halt(1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
