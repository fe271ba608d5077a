package org.wardlight.station.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.wardlight.events.v1.ChartEntry;
import org.wardlight.events.v1.Code;
import org.wardlight.events.v1.Measurement;
import org.wardlight.events.v1.Method;
import org.wardlight.events.v1.ReadingFlag;
import org.wardlight.events.v1.Vital;
import org.wardlight.station.register.RegisterCommand.Chart;
import org.wardlight.station.register.RegisterCommand.CorrectEntry;
import org.wardlight.station.register.RegisterCommand.Discharge;
import org.wardlight.station.register.RegisterRefusal.Reason;

class ChartTest {

    private final WardFixture ward = new WardFixture(Duration.ofHours(40));

    @Test
    void everythingCarriesItsTimeAndThatAPersonSawIt() {
        long then = ward.hoursAgo(2);

        ChartEntry entry = chart(new Charted(then, "C", 5.0, null, Map.of("systolic-pressure", 118.0), "mask 5 L/min"));

        assertThat(entry.getMeasurementsList())
                .extracting(Measurement::getVital)
                .containsExactly(Vital.CONSCIOUSNESS, Vital.OXYGEN_FLOW, Vital.SYSTOLIC_PRESSURE);
        assertThat(entry.getMeasurementsList()).allSatisfy(measurement -> {
            assertThat(measurement.getDeviceTimeMs()).isEqualTo(then);
            assertThat(measurement.getMethod()).isEqualTo(Method.MANUAL);
            assertThat(measurement.getFlagsList()).containsExactly(ReadingFlag.CHARTED);
        });
        assertThat(entry.getMeasurements(0).getCode()).isEqualTo(Code.CONFUSED);
        assertThat(entry.getMeasurements(2).getValue()).isEqualTo(118);
        assertThat(entry.getIntervention()).isEqualTo("mask 5 L/min");
        assertThat(entry.getTimeMs()).isEqualTo(then);
        assertThat(entry.getEntryId()).matches("[0-9a-f]{32}");
        assertThat(entry.getBy().getActor()).isEqualTo(WardFixture.NURSE);
    }

    @Test
    void onlyThePastOfADayAndOfThisStayIsCharted() {
        assertThat(reason(new Charted(ward.hoursAgo(25), "A", null, null, Map.of(), null)))
                .isEqualTo(Reason.INVALID);
        assertThat(reason(new Charted(ward.hoursAgo(-1), "A", null, null, Map.of(), null)))
                .isEqualTo(Reason.INVALID);
        assertThat(chart(new Charted(ward.hoursAgo(24), "A", null, null, Map.of(), null)))
                .isNotNull();
        WardFixture fresh = new WardFixture();
        assertThat(fresh.reason(
                        new Chart(fresh.in("01"), new Charted(fresh.hoursAgo(2), "A", null, null, Map.of(), null))))
                .isEqualTo(Reason.INVALID);
    }

    @Test
    void whatNoBodyHasAndNoPersonCountsIsRefused() {
        assertThat(reason(vital("body-temperature", 52))).isEqualTo(Reason.INVALID);
        assertThat(reason(vital("battery", 50))).isEqualTo(Reason.INVALID);
        assertThat(reason(vital("no-such", 1))).isEqualTo(Reason.INVALID);
        assertThat(reason(new Charted(null, "X", null, null, Map.of(), null))).isEqualTo(Reason.INVALID);
        assertThat(reason(new Charted(null, null, 2.0, 28.0, Map.of(), null))).isEqualTo(Reason.INVALID);
        assertThat(reason(new Charted(null, null, -1.0, null, Map.of(), null))).isEqualTo(Reason.INVALID);
        assertThat(reason(new Charted(null, null, null, null, Map.of(), " "))).isEqualTo(Reason.INVALID);
        assertThat(reason(new Charted(null, null, null, null, Map.of(), "x".repeat(201))))
                .isEqualTo(Reason.INVALID);
    }

    @Test
    void correctionIsAnEntryOfItsOwnAtTheSameTime() {
        ChartEntry wrong = chart(new Charted(ward.hoursAgo(1), "V", null, null, Map.of(), null));

        ChartEntry right = entry(
                ward.perform(new CorrectEntry(kept(wrong, null), new Charted(null, "A", null, null, Map.of(), null))));
        ChartEntry struck = entry(
                ward.perform(new CorrectEntry(kept(right, null), new Charted(null, null, null, null, Map.of(), null))));

        assertThat(right.getCorrects()).isEqualTo(wrong.getEntryId());
        assertThat(right.getTimeMs()).isEqualTo(wrong.getTimeMs());
        assertThat(struck.getCorrects()).isEqualTo(right.getEntryId());
        assertThat(struck.getMeasurementsList()).isEmpty();
        assertThat(ward.reason(new CorrectEntry(
                        kept(wrong, right.getEntryId()), new Charted(null, "A", null, null, Map.of(), null))))
                .isEqualTo(Reason.CONFLICT);
    }

    @Test
    void oldEntryThatIsWrongIsStillCorrected() {
        ChartEntry wrong = chart(new Charted(ward.hoursAgo(20), "V", null, null, Map.of(), null));
        ward.clock.advance(Duration.ofHours(10));
        KeptEntry old = kept(wrong, null);

        ChartEntry right =
                entry(ward.perform(new CorrectEntry(old, new Charted(null, "A", null, null, Map.of(), null))));
        ChartEntry struck =
                entry(ward.perform(new CorrectEntry(old, new Charted(null, null, null, null, Map.of(), null))));

        assertThat(right.getTimeMs()).isEqualTo(wrong.getTimeMs());
        assertThat(struck.getMeasurementsList()).isEmpty();
        assertThat(ward.reason(
                        new CorrectEntry(old, new Charted(wrong.getTimeMs() - 1, "A", null, null, Map.of(), null))))
                .isEqualTo(Reason.INVALID);
    }

    @Test
    void nothingIsChartedOfAStayThatHasEnded() {
        String ref = ward.in("01");
        ward.perform(new Discharge(ref));

        assertThat(ward.reason(new Chart(ref, new Charted(null, "A", null, null, Map.of(), null))))
                .isEqualTo(Reason.CONFLICT);
    }

    private ChartEntry chart(Charted charted) {
        return entry(ward.perform(new Chart(ward.in("01"), charted)));
    }

    private Reason reason(Charted charted) {
        return ward.reason(new Chart(ward.in("01"), charted));
    }

    private static Charted vital(String id, double value) {
        return new Charted(null, null, null, null, Map.of(id, value), null);
    }

    private static ChartEntry entry(Decision decision) {
        return ((Change.EntryAdded) decision.changes().get(0)).entry();
    }

    private static KeptEntry kept(ChartEntry entry, @Nullable String correctedBy) {
        return new KeptEntry(entry, correctedBy);
    }
}
