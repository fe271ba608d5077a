package org.wardlight.app.demo;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.wardlight.app.terminal.CommandFailure;

/**
 * Does several things at once and waits for every one of them, also when one fails: who goes on afterwards knows that none
 * is half done. Only patience ends the wait earlier.
 *
 * @param workers does them
 * @param asked whether a person wants to end; then only {@link #LEFT_WHEN_ASKED} remains of the patience
 */
record SideBySide(ExecutorService workers, BooleanSupplier asked) {

    /** Enough for a server that is in the middle of its start, wall time. */
    static final Duration LEFT_WHEN_ASKED = Duration.ofSeconds(4);

    private static final long LOOK_EVERY_MILLIS = 50;

    /**
     * Returns when all are done.
     *
     * @throws RuntimeException the first failure in the order of the tasks, when all have ended
     * @throws CommandFailure when the patience is over
     */
    void run(List<Runnable> tasks, Duration patience) {
        List<CompletableFuture<Void>> running = tasks.stream()
                .map(task -> CompletableFuture.runAsync(task, workers))
                .toList();
        boolean interrupted = false;
        long deadline = System.nanoTime() + patience.toNanos();
        boolean hurried = false;
        while (running.stream().anyMatch(task -> !task.isDone()) && System.nanoTime() < deadline) {
            if (!hurried && asked.getAsBoolean()) {
                hurried = true;
                deadline = Math.min(deadline, System.nanoTime() + LEFT_WHEN_ASKED.toNanos());
            }
            interrupted |= waitALittle(running);
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        running.stream().filter(CompletableFuture::isDone).forEach(SideBySide::passOnFailure);
        if (running.stream().anyMatch(task -> !task.isDone())) {
            throw CommandFailure.notReady("A part of the ward does not answer.", "The log file has the details.");
        }
    }

    /** True when interrupted, which does not end the wait: what has been started must be waited for. */
    private static boolean waitALittle(List<CompletableFuture<Void>> running) {
        try {
            CompletableFuture.allOf(running.toArray(CompletableFuture[]::new))
                    .get(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
            return false;
        } catch (ExecutionException | TimeoutException e) {
            return false; // failures are passed on when all have ended
        } catch (InterruptedException e) {
            return true;
        }
    }

    private static void passOnFailure(CompletableFuture<Void> task) {
        try {
            task.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }
}
