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

    private static final String FORM = """
            const register = {
              ward: 'w', careProfiles: [{ id: 'adult-ward' }],
              profiles: [{ id: 'bedside-monitor' }, { id: 'wrist-wearable' }],
              devices: [{ id: 'wrist', profile: 'wrist-wearable', associations: [] }],
              staff: [{ id: 'okafor', name: 'RN Okafor', role: 'nurse' }, { id: 'moreau', name: 'Dr Moreau', role: 'viewer' }],
              rota: { steps: [], shifts: [] },
            };
            const step = (person) => ({ role: 'r', receiver: 'pager', person });
            const filled = (fields, typed) => {
              const all = fields.flatMap((field) => (field.rows ? field.rows.flatMap((row) => row.cells) : [field]));
              const values = { ...Object.fromEntries(all.map((field) => [field.name, selected(field)])), ...typed };
              const text = (name) => values[name] || undefined;
              return { text, number: text, time: text };
            };
            // A browser shows the first option when the value is none of them.
            const selected = ({ type, value, options }) => (type !== 'select' || options.some(([id]) => id === value) ? value : options[0][0]);
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

    @Test
    void rotaThatIsSavedUnchangedLosesNoStep() throws Exception {
        assertThat(run("import { rota } from './actions-rota.js';" + FORM + """
                register.rota = { steps: [step(null), step('Dr Moreau')],
                  shifts: [{ name: 'night', from: '21:00', steps: [step(null), step('RN Okafor'), step('Dr Gone')] }] };
                const action = rota(register);
                const body = action.body(filled(action.fields, {}));
                const people = (steps) => steps.map((each) => each.person ?? 'bed').join();
                console.log(people(body.steps), people(body.shifts[0].steps));
                const more = action.body(filled(action.fields, { 'always/2': 'okafor' }));
                console.log(people(more.steps), more.steps[2].receiver);
                """))
                .containsExactly("bed,moreau bed,okafor,Dr Gone", "bed,moreau,okafor pager");
    }

    @Test
    void knownDeviceStaysOfItsKindAtAnAdmission() throws Exception {
        assertThat(run("import { admit } from './actions-ward.js';" + FORM + """
                const action = admit(register, '01', [{ device: 'fresh' }]);
                const kind = (typed) => action.body(filled(action.fields, typed)).profile;
                console.log(kind({}), kind({ device: 'wrist' }), kind({ device: 'wrist', profile: 'bedside-monitor' }));
                console.log(kind({ device: 'fresh' }), kind({ device: 'fresh', profile: 'bedside-monitor' }));
                console.log(action.body(filled(action.fields, { admittedAt: 5 })).admittedAt);
                """))
                .containsExactly("undefined wrist-wearable wrist-wearable", "undefined bedside-monitor", "5");
    }

    @Test
    void oxygenWithoutItsAmountIsNeverLeftOut() throws Exception {
        assertThat(run("import { chart } from './actions-chart.js';" + FORM + """
                const action = chart({ patientRef: 'p', bed: '01', initials: 'M.K.' });
                const sent = (typed) => JSON.stringify(action.body({ ...filled(action.fields, typed), newTime: () => undefined }));
                console.log(sent({ oxygen: 'flow' }), sent({ oxygen: 'flow', amount: 2 }), sent({ oxygen: 'air' }), sent({}));
                """))
                .containsExactly("{\"oxygenFlow\":\"\"} {\"oxygenFlow\":2} {\"oxygenFlow\":0} {}");
    }

    private static List<String> run(String script) throws Exception {
        return scripts.run(script);
    }
}
