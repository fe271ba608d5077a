package org.wardlight.station.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wardlight.events.VitalCatalogue;
import org.wardlight.events.v1.VitalDefinition;

/** What the forms of the pages send, outside a browser; skipped where there is no Node. */
class FormScriptsTest {

    private static final String FORM = """
            const register = {
              ward: 'w', beds: [], patients: [], careProfiles: [{ id: 'adult-ward' }],
              profiles: [{ id: 'bedside-monitor' }, { id: 'wrist-wearable' }],
              devices: [{ id: 'wrist', profile: 'wrist-wearable', associations: [] }],
              staff: [{ id: 'okafor', name: 'RN Okafor', role: 'nurse' }, { id: 'moreau', name: 'Dr Moreau', role: 'viewer' }],
              rota: { steps: [], shifts: [], revision: 7 },
            };
            const step = (person) => ({ role: 'r', receiver: 'pager', person });
            const filled = (fields, typed) => {
              const all = fields.flatMap((field) => (field.rows ? field.rows.flatMap((row) => row.cells) : [field]));
              const values = { ...Object.fromEntries(all.map((field) => [field.name, selected(field)])), ...typed };
              const text = (name) => values[name] || undefined;
              return { text, number: text, time: text };
            };
            // A browser shows the first option when the value is none of them.
            const selected = ({ type, value, options }) => (type !== 'select' || options.some(([id]) => id === value) ? value : options[0]?.[0]);
            const patient = { patientRef: 'p', bed: '01', initials: 'M.K.' };
            """;

    private static final String ROTA = "import { rota } from './actions-rota.js';" + FORM + """
            register.rota = { steps: [step(null), step('Dr Moreau')], revision: 7,
              shifts: [{ name: 'night', from: '21:00', steps: [step(null), step('RN Okafor'), step('Dr Gone')] }] };
            const action = rota(register);
            const sent = (typed) => action.body(filled(action.fields, typed));
            const people = (steps) => steps.map((each) => each.person ?? 'bed').join();
            """;

    private static final String LIMITS = "import { limits } from './actions-limits.js';" + FORM + """
            const levels = [{ priority: 'medium', threshold: 90, delayMs: 15000 }, { priority: 'high', threshold: 85, delayMs: 10000 }];
            const action = limits({ limits: [{ rule: 'spo2-low', label: 'SpO2', side: 'low', levels }],
              limitsSet: { revision: 3, actor: 'RN Okafor', reason: 'COPD', time: 1 } }, patient);
            const sent = (typed) => {
              const { rules, revision } = action.body(filled(action.fields, typed));
              return `${rules[0].levels.map((each) => `${each.priority} ${each.threshold} ${each.delayMs}`).join(', ')} seen ${revision}`;
            };
            """;

    @TempDir
    private static Path folder;

    private static PageScripts scripts;

    @BeforeAll
    static void copy() throws Exception {
        scripts = PageScripts.copiedTo(folder);
    }

    @Test
    void anAnswerGoesWhereItBelongs() throws Exception {
        assertThat(run("import { answer } from './actions-alarm.js';" + FORM + """
                const action = answer({ id: 'a1', bed: '07', text: 'SpO2 84 < 85', level: 2 });
                const said = (say) => { const values = filled(action.fields, { say, reason: 'r' }); return `${action.path(values)} ${JSON.stringify(action.body(values))}`; };
                ['accept', 'reject', 'acknowledge', 'notActionable'].forEach((say) => console.log(said(say)));
                console.log(answer({ id: 'a1', bed: '07', text: '', level: 0 }).fields[0].options.map(([say]) => say).join());
                """))
                .containsExactly(
                        "/api/v1/alarms/a1/accept {\"reason\":\"r\"}",
                        "/api/v1/alarms/a1/reject {\"reason\":\"r\",\"level\":2}",
                        "/api/v1/alarms/a1/acknowledge {\"reason\":\"r\"}",
                        "/api/v1/alarms/a1/acknowledge {\"reason\":\"r\",\"actionable\":false}",
                        "accept,acknowledge,notActionable");
    }

    @Test
    void aPauseIsOfThePatientOfOneRuleOrEnded() throws Exception {
        assertThat(run("import { quiet } from './actions-alarm.js';" + FORM + """
                const pauses = [{ id: 'x', kind: 'alarm', until: 0, actor: 'RN Okafor' }];
                const action = quiet(patient, [{ rule: 'spo2-low', text: 'SpO2 84 < 85' }], pauses, 'UTC');
                const said = (what) => { const values = filled(action.fields, { what, minutes: 5, reason: 'r' }); return `${action.path(values)} ${JSON.stringify(action.body(values))}`; };
                ['end/x', 'alarm', 'audio', 'spo2-low'].forEach((what) => console.log(said(what)));
                """))
                .containsExactly(
                        "/api/v1/pauses/x/end {}",
                        "/api/v1/patients/p/pauses {\"kind\":\"alarm\",\"seconds\":300,\"reason\":\"r\"}",
                        "/api/v1/patients/p/pauses {\"kind\":\"audio\",\"seconds\":300,\"reason\":\"r\"}",
                        "/api/v1/patients/p/silences {\"rule\":\"spo2-low\",\"seconds\":300,\"reason\":\"r\"}");
    }

    @Test
    void aTileSaysThePauseThatTakesMostAndForHowLong() throws Exception {
        assertThat(run("import { pauseText } from './pauses.js';" + """
                const pause = (kind, until) => ({ kind, until, rule: '', actor: '', reason: '' });
                console.log(pauseText({ pauses: [pause('rule', 90_000), pause('alarm', 60_000), pause('audio', 30_000)] }, 0));
                console.log(pauseText({ pauses: [pause('alarm', 60_000)] }, 60_000) || 'nothing', pauseText({}, 0) || 'nothing');
                """))
                .containsExactly("paused 1:00", "nothing nothing");
    }

    @Test
    void whatIsHeldOrPausedMakesNoSound() throws Exception {
        assertThat(run("import { audible } from './alarm-look.js';" + """
                const alarm = (id, responsibility) => ({ id, responsibility });
                const alarms = [alarm('calls', { heldUntil: null, audioPausedUntil: null }), alarm('held', { heldUntil: 11, audioPausedUntil: null }),
                  alarm('silent', { heldUntil: null, audioPausedUntil: 11 }), alarm('was-silent', { heldUntil: 9, audioPausedUntil: 10 })];
                console.log(audible(alarms, 10).map((each) => each.id).join());
                """)).containsExactly("calls,was-silent");
    }

    @Test
    void rotaThatIsSavedUnchangedLosesNoStep() throws Exception {
        assertThat(run(ROTA + """
                const body = sent({});
                console.log(people(body.steps), people(body.shifts[0].steps), body.shifts.length, body.revision);
                """)).containsExactly("bed,moreau bed,okafor,Dr Gone 1 7");
    }

    @Test
    void stepsAndShiftsOfTheRotaAreAddedAndTakenAway() throws Exception {
        assertThat(run(ROTA + """
                const more = sent({ 'always/2/role': 'doctor', 'always/2/receiver': 'phone', 'always/2/person': 'okafor' });
                console.log(people(more.steps), more.steps[2].role, more.steps[2].receiver);
                console.log(people(sent({ 'always/0/role': '' }).steps));
                const night = sent({ 'shift/1/name': 'day', 'shift/1/from': '07:00', 'shift/1/0/role': 'nurse' });
                console.log(night.shifts.map((shift) => `${shift.name} ${shift.from} ${people(shift.steps)}`).join());
                console.log(sent({ 'shift/0/name': '' }).shifts.length);
                """))
                .containsExactly(
                        "bed,moreau,okafor doctor phone",
                        "moreau",
                        "night 21:00 bed,okafor,Dr Gone,day 07:00 bed",
                        "0");
    }

    @Test
    void personWithoutARoleIsSentSoThatTheStationRefusesIt() throws Exception {
        assertThat(run(ROTA + """
                const { role, person } = sent({ 'always/2/person': 'okafor' }).steps[2];
                console.log(role, person);
                """)).containsExactly("undefined okafor");
    }

    @Test
    void levelsOfALimitAreChangedAddedAndTakenAway() throws Exception {
        assertThat(run(LIMITS + """
                console.log(sent({}));
                console.log(sent({ 'spo2-low/low/threshold': 93, 'spo2-low/low/delay': 30 }));
                console.log(sent({ 'spo2-low/medium/threshold': undefined }));
                console.log(sent({ 'spo2-low/high/delay': undefined }));
                """))
                .containsExactly(
                        "medium 90 15000, high 85 10000 seen 3",
                        "low 93 30000, medium 90 15000, high 85 10000 seen 3",
                        "high 85 10000 seen 3",
                        "medium 90 15000, high 85  seen 3");
    }

    @Test
    void correctionOfAChartedEntryKeepsEveryVital() throws Exception {
        List<String> byHand = chartable();
        String charted =
                byHand.stream().map(id -> "{ vital: '" + id + "', value: 1 }").collect(Collectors.joining(", "));
        assertThat(byHand).hasSizeGreaterThan(8);

        assertThat(run("import { correctEntry } from './actions-chart.js';" + FORM + "const measurements = [" + charted
                        + "];" + """
                const action = correctEntry(patient, { id: 'e', time: 1, measurements });
                const body = action.body({ ...filled(action.fields, {}), newTime: () => undefined });
                body.vitals.forEach(({ vital }) => console.log(vital));
                """))
                .containsExactlyInAnyOrderElementsOf(byHand);
    }

    @Test
    void whoIsUnknownIsNoName() throws Exception {
        assertThat(run("import { demographics } from './actions-patient.js';" + FORM + """
                const sent = (who) => {
                  const action = demographics(register, who);
                  return JSON.stringify(action.body(filled(action.fields, {})));
                };
                console.log(sent({ ...patient, initials: '—' }), sent({ ...patient, age: 44, sex: 'male' }));
                """))
                .containsExactly(
                        "{\"news2Exclusion\":\"none\"} {\"initials\":\"M.K.\",\"age\":44,\"sex\":\"male\",\"news2Exclusion\":\"none\"}");
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
    void kindOfANewDeviceIsChosenAndNeverGuessed() throws Exception {
        assertThat(run("import { assign } from './actions-device.js';" + FORM + """
                const action = assign(register, [{ device: 'fresh' }], {});
                const kind = (typed) => action.body(filled(action.fields, typed)).profile;
                console.log(kind({}), kind({ profile: 'bedside-monitor' }), kind({ device: 'wrist', profile: 'bedside-monitor' }));
                """))
                .containsExactly("undefined bedside-monitor wrist-wearable");
    }

    @Test
    void oxygenWithoutItsAmountIsNeverLeftOut() throws Exception {
        assertThat(run("import { chart } from './actions-chart.js';" + FORM + """
                const action = chart(patient);
                const sent = (typed) => JSON.stringify(action.body({ ...filled(action.fields, typed), newTime: () => undefined }));
                console.log(sent({ oxygen: 'flow' }), sent({ oxygen: 'flow', amount: 2 }), sent({ oxygen: 'air' }), sent({}));
                """))
                .containsExactly("{\"oxygenFlow\":\"\"} {\"oxygenFlow\":2} {\"oxygenFlow\":0} {}");
    }

    /** What the station takes from a person. */
    private static List<String> chartable() throws Exception {
        try (TestStation station = new TestStation(false)) {
            List<String> taken = new ArrayList<>();
            for (VitalDefinition vital : VitalCatalogue.standard().all()) {
                double value = (vital.getPlausibleLow() + vital.getPlausibleHigh()) / 2;
                int status = station.call("POST", "/api/v1/patients/" + station.patientIn("01") + "/chart")
                        .as("okafor")
                        .body("{\"vitals\":[{\"vital\":\"" + vital.getId() + "\",\"value\":" + value + "}]}")
                        .send()
                        .status();
                if (status == 201) {
                    taken.add(vital.getId());
                }
            }
            return taken;
        }
    }

    private static List<String> run(String script) throws Exception {
        return scripts.run(script);
    }
}
