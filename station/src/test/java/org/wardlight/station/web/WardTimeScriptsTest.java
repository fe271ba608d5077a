package org.wardlight.station.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Times on the wall of a ward in London, above all the nights its clocks change; skipped where there is no Node. */
class WardTimeScriptsTest {

    private static final String TICKS = """
            import { timeTicks } from './time-axis.js';
            const ticks = (from, to) => timeTicks(Date.parse(from), Date.parse(to), 'Europe/London')
              .map(({ value, label }) => `${new Date(value).toISOString().slice(11, 16)}=${label}`).join(', ');
            """;

    private static final String FORM = """
            import { withWhich } from './form-fields.js';
            import { FormValues } from './form-values.js';
            const zone = 'Europe/London';
            const values = (at, which = '') => new FormValues(new Map([['at', at], ['at/which', which]]), zone);
            const said = (read) => { try { return read(); } catch (problem) { return problem.message; } };
            const time = (at, which) => said(() => new Date(values(at, which).time('at') ?? NaN).toJSON());
            const HOUR = String(3_600_000);
            """;

    @TempDir
    private static Path folder;

    private static PageScripts scripts;

    @BeforeAll
    static void copy() throws Exception {
        scripts = PageScripts.copiedTo(folder);
    }

    @Test
    void ticksOfAnHourThatIsRepeatedSayWhichOfTheTwoItIs() throws Exception {
        assertThat(run(TICKS + "console.log(ticks('2026-10-24T22:00Z', '2026-10-25T04:00Z'));"))
                .containsExactly("22:00=23:00, 23:00=25 Oct, 00:00=01:00 BST, 01:00=01:00 GMT,"
                        + " 02:00=02:00, 03:00=03:00, 04:00=04:00");
    }

    @Test
    void noTickStandsInAnHourThatIsLeftOut() throws Exception {
        assertThat(run(TICKS + "console.log(ticks('2026-03-28T22:00Z', '2026-03-29T04:00Z'));"))
                .containsExactly("22:00=22:00, 23:00=23:00, 00:00=29 Mar, 01:00=02:00, 02:00=03:00,"
                        + " 03:00=04:00, 04:00=05:00");
    }

    @Test
    void middaysAndMidnightsStandWhereTheyAreAfterAChangeOfTheClocksToo() throws Exception {
        assertThat(run(TICKS + """
                console.log(ticks('2026-10-24T12:00Z', '2026-10-27T12:00Z'));
                console.log(ticks('2026-11-21T12:00Z', '2026-11-21T16:00Z').slice(0, 24));
                """))
                .containsExactly(
                        "23:00=25 Oct, 12:00=12:00, 00:00=26 Oct, 12:00=12:00, 00:00=27 Oct, 12:00=12:00",
                        "12:00=12:00, 12:30=12:30");
    }

    @Test
    void listsSayWhichOfTheTwoHoursItWas() throws Exception {
        assertThat(run("""
                import { dayAndTime } from './ward-time.js';
                const text = (time) => dayAndTime(Date.parse(time), 'Europe/London');
                console.log(text('2026-10-25T00:30:07.5Z'), text('2026-10-25T01:30Z'), text('2026-10-25T02:00Z'), text('2026-10-24T23:59Z'));
                """)).containsExactly("25 Oct 01:30 BST 25 Oct 01:30 GMT 25 Oct 02:00 25 Oct 00:59");
    }

    @Test
    void timeThatTheClockNeverShowedIsRefused() throws Exception {
        assertThat(run(FORM
                        + "console.log(time('2026-03-29T01:30'), time('2026-03-29T02:00'), time('2026-03-29T00:59'));"))
                .containsExactly("The clock of the ward never showed 2026-03-29 01:30: it was put forward."
                        + " Give another time. 2026-03-29T01:00:00.000Z 2026-03-29T00:59:00.000Z");
    }

    @Test
    void timeThatTheClockShowedTwiceIsTheOneThatThePersonSays() throws Exception {
        assertThat(run(FORM + """
                console.log(time('2026-10-25T01:30'));
                console.log(time('2026-10-25T01:30', HOUR), time('2026-10-25T01:30', '0'));
                console.log(time('2026-10-25T02:00', HOUR), time('2026-07-01T12:00', '0'), time(''));
                """))
                .containsExactly(
                        "The clock of the ward showed 2026-10-25 01:30 twice: it was put back. Say which of the two you mean.",
                        "2026-10-25T00:30:00.000Z 2026-10-25T01:30:00.000Z",
                        "2026-10-25T02:00:00.000Z 2026-07-01T11:00:00.000Z null");
    }

    @Test
    void formAsksWhichOfTheTwoItIs() throws Exception {
        assertThat(run(FORM + """
                const shown = (field, twice) => withWhich([field], zone, twice)
                  .map(({ name, value, options }) => (options ? `${name}=${value} ${options.map(([, text]) => text)}` : name)).join(' ');
                const at = (value) => ({ name: 'at', label: 'When', type: 'time', value: value && Date.parse(value) });
                const typed = (text) => { try { return values(text).time('at'); } catch (problem) { return new Map([[problem.field, problem.times]]); } };
                console.log(shown(at(), new Map()), shown(at('2026-10-25T02:00:00Z'), new Map()), shown({ name: 'reason' }, new Map()));
                console.log(shown(at(), typed('2026-10-25T01:30')));
                console.log(shown(at('2026-10-25T00:30:40Z'), new Map()));
                """))
                .containsExactly(
                        "at at reason",
                        "at at/which= Choose…,before the clock was put back (BST),after the clock was put back (GMT)",
                        "at at/which=3600000 Choose…,before the clock was put back (BST),after the clock was put back (GMT)");
    }

    @Test
    void timeThatIsLeftAsItWasKeepsItsSecondsUnlessTheOtherHourIsMeant() throws Exception {
        assertThat(run(FORM + """
                const first = Date.parse('2026-10-25T00:30:40Z');
                const news = (which) => said(() => values('2026-10-25T01:30', which).newTime('at', first));
                console.log(news(), news(HOUR), new Date(news('0')).toJSON());
                """)).containsExactly("undefined undefined 2026-10-25T01:30:00.000Z");
    }

    private static List<String> run(String script) throws Exception {
        return scripts.run(script);
    }
}
