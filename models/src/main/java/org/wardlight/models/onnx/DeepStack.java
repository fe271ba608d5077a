package org.wardlight.models.onnx;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.wardlight.models.ModelFailure;

/**
 * Calls something on a thread with a deep stack. When ONNX Runtime 1.29 makes a session, it searches the command line of the
 * process with a recursive regular expression: a class path of twenty kilobytes in it overflows an ordinary stack, which ends
 * the process without a word. Pages of the stack that are never reached cost nothing.
 */
final class DeepStack {

    /** Enough for the longest argument that Linux takes, 128 KB. */
    private static final long BYTES = 128L << 20;

    private DeepStack() {}

    static <T> T call(Supplier<T> work) {
        FutureTask<T> task = new FutureTask<>(work::get);
        Thread thread = new Thread(null, task, "wardlight-model-opening", BYTES);
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new ModelFailure("it could not be opened: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ModelFailure("interrupted while it was opened", e);
        }
    }
}
