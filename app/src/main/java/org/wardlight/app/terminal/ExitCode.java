package org.wardlight.app.terminal;

/** What the command tells the shell. */
public final class ExitCode {

    /** It did what was asked. */
    public static final int OK = 0;
    /** It tried and failed. */
    public static final int FAILED = 1;
    /** It was asked for something that does not exist. */
    public static final int USAGE = 2;
    /** Something it needs is not there: a server, a port, a folder, a valid configuration. */
    public static final int NOT_READY = 3;

    private ExitCode() {}
}
