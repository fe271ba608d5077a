package org.wardlight.station.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the scripts of the pages decide, outside a browser; skipped where there is no Node. */
class WebScriptsTest {

    private static final String STATE = """
            import { WardState } from './ward-state.js';
            const state = new WardState();
            const tile = (bed, patientRef, alarms = []) => ({ bed, order: Number(bed), patientRef, alarms, numerics: [] });
            const alarm = (id, patientRef, bed) => ({ id, patientRef, bed, seq: 1, raised: 1, priority: 'high',
              kind: 'physiological', state: 'active-unacknowledged' });
            const ids = (bed) => (state.openAlarmsByBed().get(bed) ?? []).map((each) => each.id).join();
            const shown = () => ['01', '02', '03'].map((bed) => `${ids(bed)}=${state.openAlarms(bed).map((each) => each.id).join()}`).join(' ');
            """;

    @TempDir
    private static Path folder;

    private static PageScripts scripts;

    @BeforeAll
    static void copy() throws Exception {
        scripts = PageScripts.copiedTo(folder);
    }

    @Test
    void alarmIsOnTheTileOfItsPatientWhateverBedItNames() throws Exception {
        assertThat(run(STATE + """
                state.applySnapshot({ tiles: [tile('01', 'p-a'), tile('02', 'p-b'), tile('03', null)],
                  alarms: [alarm('a', 'p-a', '01'), alarm('b', 'p-b', '02')] });
                console.log(shown());
                state.applyFrame({ tiles: [tile('01', 'p-b'), tile('02', 'p-a')] });
                console.log(shown());
                """)).containsExactly("a=a b=b =", "b=b a=a =");
    }

    @Test
    void alarmOfNobodyHereIsOnItsBedUnlessSomebodyElseLiesThere() throws Exception {
        assertThat(run(STATE + """
                state.applySnapshot({ tiles: [tile('01', 'p-a'), tile('03', null)],
                  alarms: [alarm('gone', 'p-x', '01'), alarm('left', 'p-y', '03')] });
                console.log(shown());
                console.log(state.unacknowledged().length);
                """)).containsExactly("= = left=left", "2");
    }

    @Test
    void tileThatCarriesAnAlarmTellsItsNewBed() throws Exception {
        assertThat(run(STATE + """
                state.applySnapshot({ tiles: [tile('01', 'p-a'), tile('03', null)], alarms: [alarm('a', 'p-a', '01')] });
                state.applyFrame({ tiles: [tile('01', null), tile('03', 'p-a', [alarm('a', 'p-a', '03')])] });
                console.log(state.alarms.get('a').bed, shown());
                """)).containsExactly("03 = = a=a");
    }

    private static List<String> run(String script) throws Exception {
        return scripts.run(script);
    }
}
