package org.wardlight.app.terminal;

import org.jspecify.annotations.Nullable;

/** A failure that a person can do something about: one sentence, and what to do next. Shown without a stack trace. */
public final class CommandFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String advice;
    private final int exitCode;

    /**
     * A failure.
     *
     * @param sentence what went wrong, one sentence
     * @param advice what to do next, one sentence
     * @param exitCode one of {@link ExitCode}
     */
    public CommandFailure(String sentence, String advice, int exitCode) {
        this(sentence, advice, exitCode, null);
    }

    /** A failure with the exception behind it, which goes to the log file. */
    public CommandFailure(String sentence, String advice, int exitCode, @Nullable Throwable cause) {
        super(sentence, cause);
        this.advice = advice;
        this.exitCode = exitCode;
    }

    /** A server or a resource that is needed is not there. */
    public static CommandFailure notReady(String sentence, String advice) {
        return new CommandFailure(sentence, advice, ExitCode.NOT_READY);
    }

    /** What was asked for does not exist. */
    public static CommandFailure usage(String sentence, String advice) {
        return new CommandFailure(sentence, advice, ExitCode.USAGE);
    }

    /** What went wrong. */
    public String sentence() {
        String message = getMessage();
        return message == null ? "It failed." : message;
    }

    /** What to do next. */
    public String advice() {
        return advice;
    }

    /** One of {@link ExitCode}. */
    public int exitCode() {
        return exitCode;
    }
}
