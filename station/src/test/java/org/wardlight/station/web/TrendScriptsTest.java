package org.wardlight.station.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the charts and the table of a patient's trends make of what the station sends; skipped where there is no Node. */
class TrendScriptsTest {

    private static final String TABLE = """
            import { bandOf, tableOf } from './trend-table-rows.js';
            const minutes = (count) => count * 60_000;
            const run = (from, until, lower, upper) => ({ time: minutes(from), until: minutes(until), lower, upper });
            const worst = (scores) => tableOf({ series: [], scores }, minutes(15)).rows
              .map(({ time, news2 }) => `${time / minutes(1)}: ${news2.text} ${bandOf(news2)}`).join(', ');
            """;

    private static final String LINE = """
            import { gapAfter, lines, newestFor } from './trend-points.js';
            const seconds = (count) => count * 1000;
            const point = (at, late = 0) => [seconds(at), 1, 1, 1, 1, late];
            const line = (step, interval, points) => {
              const { low, mean, high } = lines(points, seconds(step), gapAfter(seconds(step), interval && seconds(interval)));
              const same = low.length === mean.length && high.length === mean.length;
              return same && mean.map(({ y, alone }) => (Number.isNaN(y) ? '|' : alone ? '.' : '-')).join('');
            };
            const every = (...times) => times.map((at) => point(at));
            """;

    @TempDir
    private static Path folder;

    private static PageScripts scripts;

    @BeforeAll
    static void copy() throws Exception {
        scripts = PageScripts.copiedTo(folder);
    }

    @Test
    void certainEmergencyIsNotHiddenByWhatWasUncertainInTheSameRow() throws Exception {
        assertThat(run(TABLE + """
                console.log(worst([run(0, 5, 8, 8), run(6, 14, 3, 12)]));
                console.log(worst([run(0, 5, 3, 12), run(6, 14, 8, 8)]));
                """)).containsExactly("0: 8-12 high", "0: 8-12 high");
    }

    @Test
    void rowSaysTheWorstScoreOfEachRunThatTouchesIt() throws Exception {
        assertThat(run(TABLE + """
                console.log(worst([run(0, 16, 5, 5), run(17, 29, 2, 2)]));
                console.log(worst([run(0, 5, 2, 2), run(6, 14, null, null)]));
                """)).containsExactly("15: 5 medium, 0: 5 medium", "0: 2 ");
    }

    @Test
    void rowIsColouredByWhatIsCertainAndNotByWhatIsPossible() throws Exception {
        assertThat(run(TABLE + """
                console.log(worst([run(0, 5, 4, 9)]), worst([run(0, 5, 5, 9)]), worst([run(0, 5, 4, 4), run(6, 9, 2, 7)]));
                """)).containsExactly("0: 4-9  0: 5-9 medium 0: 4-7 ");
    }

    @Test
    void emptyBucketOfALiveVitalBreaksItsLine() throws Exception {
        assertThat(run(LINE + """
                console.log(line(10, 1, every(0, 10, 20)), line(10, 1, every(0, 10, 30, 40)), line(10, 1, every(0, 20, 30, 60)));
                console.log(line(60, 1, every(0, 60, 180)), line(10, null, every(0, 10, 30, 40)));
                """)).containsExactly("--- --|-- .|--|.", "--|. --|--");
    }

    @Test
    void vitalThatIsExpectedRarelyIsALineUntilOneOfItIsMissing() throws Exception {
        assertThat(run(LINE + """
                const minutes = (...times) => every(...times.map((at) => at * 60));
                console.log(line(60, 900, minutes(0, 15, 31, 45)), line(60, 900, minutes(0, 15, 45, 60)));
                console.log(line(10, 60, every(0, 60, 130, 180)), line(10, 60, every(0, 60, 170, 230)));
                console.log(line(60, 300, minutes(0, 5, 10)), line(60, undefined, minutes(0, 5, 10)));
                """)).containsExactly("---- --|--", "---- --|--", "--- .|.|.");
    }

    @Test
    void historyIsALineWhereEachMinuteCame() throws Exception {
        assertThat(run(LINE + """
                const late = (...times) => times.map((at) => point(at, 1));
                console.log(line(10, 1, late(0, 60, 120)), line(10, 1, late(0, 60, 180)), line(10, 1, [...late(0, 60), point(120)]));
                """)).containsExactly("--- --|. --|.");
    }

    @Test
    void newestWindowIsReadAsNowWhileTheNextOneIsNotWrittenYet() throws Exception {
        assertThat(run(LINE + """
                console.log(newestFor(seconds(10), undefined), newestFor(seconds(10), { staleAfterMs: 180_000 }));
                """)).containsExactly("30000 180000");
    }

    private static List<String> run(String script) throws Exception {
        return scripts.run(script);
    }
}
