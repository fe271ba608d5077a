package org.wardlight.app.terminal;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/**
 * Writes for a person: lines, and steps that end with a tick and the time they took. Safe for use by several threads;
 * a line is never torn. Colour only on a terminal that wants it ({@code NO_COLOR} turns it off), ticks only where the
 * character set has them.
 */
public final class Terminal {

    private static final int NAME_WIDTH = 18;
    private static final int DETAIL_WIDTH = 34;

    private final PrintStream out;
    private final PrintStream err;
    private final Look look;

    /** Writes results and lines to the one stream, failures to the other. */
    public Terminal(OutputStream out, OutputStream err, Look look) {
        this.out = new PrintStream(out, true, look.charset());
        this.err = new PrintStream(err, true, look.charset());
        this.look = look;
    }

    /** The terminal, or the pipe, that this process was started in. */
    public static Terminal ofThisProcess() {
        return new Terminal(
                new FileOutputStream(FileDescriptor.out),
                new FileOutputStream(FileDescriptor.err),
                Look.of(System.getenv(), isInteractive()));
    }

    /** Only the launcher can ask about stdout alone; started in another way, lines are plain. */
    private static boolean isInteractive() {
        return Boolean.getBoolean("wardlight.terminal");
    }

    /** The same terminal with everything but {@link #result} on stderr, for output that a program reads. */
    public Terminal keepingStdoutForResults() {
        return new Terminal(out, err, look.withLinesOnStderr());
    }

    /** The same terminal without lines and steps; results and failures remain. */
    public Terminal quietly() {
        return new Terminal(out, err, look.quietly());
    }

    /** What was asked for; on stdout even when quiet. */
    public void result(String text) {
        synchronized (out) {
            out.println(text);
        }
    }

    /** One line about what is going on. */
    public void line(String text) {
        if (!look.quiet()) {
            PrintStream stream = look.linesOnStderr() ? err : out;
            synchronized (stream) {
                stream.println(text);
            }
        }
    }

    /** Something a person should know though it works. */
    public void warning(String text) {
        synchronized (err) {
            err.println(yellow("! ") + text);
        }
    }

    /** What went wrong and, in the last line, what to do next. */
    public void failure(String sentence, String advice) {
        synchronized (err) {
            err.println(red(look.cross()) + " " + sentence);
            err.println("  " + advice);
        }
    }

    /** Begins something that takes a while; nothing is printed until it ends. */
    public Step step(String name) {
        return new Step(this, name);
    }

    void stepEnds(String name, String detail, Duration took) {
        line(String.format(
                Locale.ROOT,
                "  %s %s %s %s",
                green(look.tick()),
                pad(name, NAME_WIDTH),
                pad(detail, DETAIL_WIDTH),
                dim(seconds(took))));
    }

    void stepFails(String name, String sentence) {
        line("  " + red(look.cross()) + " " + pad(name, NAME_WIDTH) + " " + sentence);
    }

    /** A check's line: mark, name, what was found. */
    public void checked(boolean good, String name, String detail) {
        String mark = good ? green(look.tick()) : red(look.cross());
        result("  " + mark + " " + pad(name, NAME_WIDTH) + " " + detail);
    }

    /** {@code 2.6 s}. */
    public static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%5.1f s", duration.toMillis() / 1000.0);
    }

    /** Bold, where it shows. */
    public String bold(String text) {
        return styled("1", text);
    }

    /** Faint, where it shows. */
    public String dim(String text) {
        return styled("2", text);
    }

    /** Red, where it shows. */
    public String red(String text) {
        return styled("31", text);
    }

    /** Yellow, where it shows. */
    public String yellow(String text) {
        return styled("33", text);
    }

    /** Green, where it shows. */
    public String green(String text) {
        return styled("32", text);
    }

    /** Whether somebody watches a real terminal in colour. */
    public boolean isColoured() {
        return look.coloured();
    }

    private String styled(String code, String text) {
        return look.coloured() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }

    private static String pad(String text, int width) {
        return text.length() >= width ? text : text + " ".repeat(width - text.length());
    }

    /**
     * What the terminal can show.
     *
     * @param charset its character set
     * @param coloured whether colours show
     * @param quiet whether lines and steps are left out
     * @param linesOnStderr whether lines and steps leave stdout to the results
     */
    public record Look(Charset charset, boolean coloured, boolean quiet, boolean linesOnStderr) {

        /** What the environment says about it. */
        public static Look of(Map<String, String> environment, boolean interactive) {
            boolean coloured = interactive
                    && environment.getOrDefault("NO_COLOR", "").isEmpty()
                    && !"dumb".equals(environment.get("TERM"));
            return new Look(charsetOf(environment), coloured, false, false);
        }

        private static Charset charsetOf(Map<String, String> environment) {
            for (String name : new String[] {"LC_ALL", "LC_CTYPE", "LANG"}) {
                String value = environment.getOrDefault(name, "");
                if (!value.isEmpty()) {
                    return value.toUpperCase(Locale.ROOT).replace("-", "").contains("UTF8")
                            ? StandardCharsets.UTF_8
                            : StandardCharsets.US_ASCII;
                }
            }
            return StandardCharsets.US_ASCII;
        }

        Look withLinesOnStderr() {
            return new Look(charset, coloured, quiet, true);
        }

        Look quietly() {
            return new Look(charset, coloured, true, linesOnStderr);
        }

        String tick() {
            return charset.equals(StandardCharsets.UTF_8) ? "\u2714" : "ok";
        }

        String cross() {
            return charset.equals(StandardCharsets.UTF_8) ? "\u2718" : "failed:";
        }
    }
}
