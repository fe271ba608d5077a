package org.wardlight.app.demo;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.wardlight.app.simulation.ReplaySpeed;
import org.wardlight.simulators.recording.Recordings;
import org.wardlight.simulators.scenario.Scenario;

/**
 * What a demonstration shall be.
 *
 * @param beds occupied beds, 1 to 2,000
 * @param scenario id of a {@link Scenario}; without meaning while recordings are replayed
 * @param replay zip or mapping file of recordings to play instead of a scenario; null for none
 * @param speed ward seconds in a second, 0.1 to 60; up to 3600 for recordings that speak once a minute or less
 * @param seed the same seed gives the same patients
 * @param port wanted port of the board; the next free one is taken
 * @param data folder that is kept; null for a temporary one
 * @param history what the devices measured before the start and send as history, up to a day; zero for none
 * @param pagesTo where pages go instead of the demo's pager, with the times and the grid of production and without devices of
 *     its own: for whoever drives the ward from outside; null for a demonstration
 */
public record DemoOptions(
        int beds,
        String scenario,
        @Nullable Path replay,
        double speed,
        long seed,
        int port,
        @Nullable Path data,
        Duration history,
        @Nullable PageTarget pagesTo) {

    /** A day: what charts and usual ranges look back on. */
    static final Duration LONGEST_HISTORY = Duration.ofHours(24);

    private static final int MOST_BEDS_BY_ITSELF = 40;
    private static final int MOST_BEDS = 2_000;
    private static final int MOST_DRIVEN_BEDS = 20_000;

    /** Where pages go: signed, as to a hospital's pager. */
    public record PageTarget(URI uri, String secret) {}

    /** The ward that people see first. */
    public static DemoOptions standard() {
        return new DemoOptions(16, "ward", null, 1.0, 7, 8080, null, LONGEST_HISTORY, null);
    }

    /** @throws IllegalArgumentException with every problem at once */
    public DemoOptions {
        StringBuilder problems = new StringBuilder();
        int mostBeds = pagesTo == null ? MOST_BEDS : MOST_DRIVEN_BEDS;
        if (beds < 1 || beds > mostBeds) {
            problems.append("--beds must lie between 1 and ")
                    .append(mostBeds)
                    .append(", not ")
                    .append(beds)
                    .append(". ");
        }
        double fastest = fastest(replay);
        if (!(speed >= 0.1 && speed <= fastest)) {
            problems.append("--speed must lie between 0.1 and ")
                    .append(Math.round(fastest))
                    .append(", not ")
                    .append(speed)
                    .append(". ");
        }
        if (port < 1 || port > 65_535) {
            problems.append("--port must lie between 1 and 65535, not ")
                    .append(port)
                    .append(". ");
        }
        if (history.isNegative() || history.compareTo(LONGEST_HISTORY) > 0) {
            problems.append("--history must lie between 0s and 24h, not ")
                    .append(history)
                    .append(". ");
        }
        try {
            Scenario.byId(scenario);
        } catch (IllegalArgumentException e) {
            problems.append("--scenario: ").append(e.getMessage()).append(". ");
        }
        problems.append(replay == null ? "" : replayProblem(replay, beds));
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(problems.toString().strip());
        }
    }

    /** The same with another scenario. */
    public DemoOptions withScenario(String other) {
        return new DemoOptions(beds, other, replay, speed, seed, port, data, history, pagesTo);
    }

    /** The same with other beds. */
    public DemoOptions withBeds(int other) {
        return new DemoOptions(other, scenario, replay, speed, seed, port, data, history, pagesTo);
    }

    /** The same at another speed. */
    public DemoOptions withSpeed(double other) {
        return new DemoOptions(beds, scenario, replay, other, seed, port, data, history, pagesTo);
    }

    /** The same with recordings instead of a scenario. */
    public DemoOptions withReplay(Path recordings) {
        return new DemoOptions(beds, scenario, recordings, speed, seed, port, data, history, pagesTo);
    }

    /** The same with another history. */
    public DemoOptions withHistory(Duration other) {
        return new DemoOptions(beds, scenario, replay, speed, seed, port, data, other, pagesTo);
    }

    /** The same driven from outside, with its pages sent there. */
    public DemoOptions drivenFromOutside(PageTarget pages) {
        return new DemoOptions(beds, scenario, replay, speed, seed, port, data, Duration.ZERO, pages);
    }

    /** As many beds as there are recordings, but no more than fit on a board that somebody looks at. */
    static int bedsFor(Path recordings) {
        return Math.min(MOST_BEDS_BY_ITSELF, Recordings.count(recordings));
    }

    /** What can be followed: many messages a second, or one an hour. */
    private static double fastest(@Nullable Path recordings) {
        try {
            return recordings == null ? ReplaySpeed.USUAL : ReplaySpeed.fastest(Recordings.profile(recordings));
        } catch (IllegalArgumentException unreadable) {
            // Said once, under --replay.
            return ReplaySpeed.OF_RARE_MESSAGES;
        }
    }

    private static String replayProblem(Path zip, int beds) {
        try {
            int recordings = Recordings.count(zip);
            return beds <= recordings
                    ? ""
                    : "--beds: there are only " + recordings + " recordings, and no patient may lie in two beds. ";
        } catch (IllegalArgumentException e) {
            return "--replay: " + e.getMessage() + " ";
        }
    }
}
