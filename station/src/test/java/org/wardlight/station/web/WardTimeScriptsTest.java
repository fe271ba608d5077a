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

    private static List<String> run(String script) throws Exception {
        return scripts.run(script);
    }
}
