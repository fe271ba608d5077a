package org.wardlight.stream.patient;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wardlight.events.v1.Code;
import org.wardlight.events.v1.ExpectedSignal;
import org.wardlight.events.v1.InputState;
import org.wardlight.events.v1.Measurement;
import org.wardlight.events.v1.MissingReason;
import org.wardlight.events.v1.Patient;
import org.wardlight.events.v1.ReadingFlag;
import org.wardlight.events.v1.Score;
import org.wardlight.events.v1.ScorePart;
import org.wardlight.events.v1.Spo2Scale;
import org.wardlight.events.v1.Vital;
import org.wardlight.events.v1.VitalNumeric;
import org.wardlight.stream.scoring.ModelSpecs;

/** What lives longer than a reading of a bedside monitor: charted values with their corrections, and devices with a slow rhythm. */
class SlowValuesTest {

    private static final long START = 1_800_000_000_000L;
    private static final String ANNA = "p-" + "a".repeat(32);
    private static final ScorePolicy POLICY = new ScorePolicy(
            Duration.ofSeconds(10), Duration.ofMinutes(5), Duration.ofSeconds(60), Duration.ofSeconds(60));
    private static final int HOUR = 3600;

    private final List<Score> scores = new ArrayList<>();
    private final PatientChart chart = chart();

    @Test
    void scoresAPatientWhoHasNoDevice() {
        admit();
        chart.arrive(charted(1, code(1, Code.VOICE), flow(1, 2)));
        chart.advance(at(HOUR));

        assertThat(part("consciousness").getPointsLower()).isEqualTo(3);
        assertThat(part("oxygen").getPointsLower()).isEqualTo(2);
        assertThat(last().getSite()).isEqualTo("north");
    }

    @Test
    void replacesACorrectedValueHoweverLongAgoItWasSeen() {
        admit();
        chart.arrive(charted(1, code(1, Code.VOICE)));
        chart.advance(at(HOUR));
        chart.arrive(late(HOUR + 1, struckOut(1, Vital.CONSCIOUSNESS), code(1, Code.ALERT)));
        chart.advance(at(HOUR + 60));

        assertThat(part("consciousness").getState()).isEqualTo(InputState.FRESH);
        assertThat(part("consciousness").getPointsUpper()).isZero();
    }

    @Test
    void missesAValueThatWasStruckOutAndTakesItForNormalNever() {
        admit();
        chart.arrive(charted(1, code(1, Code.ALERT)));
        chart.advance(at(60));
        assertThat(part("consciousness").getPointsUpper()).isZero();

        chart.arrive(late(600, struckOut(1, Vital.CONSCIOUSNESS)));
        chart.advance(at(HOUR));

        assertThat(part("consciousness").getState()).isEqualTo(InputState.MISSING);
        assertThat(part("consciousness").getPointsUpper()).isEqualTo(3);
    }

    @Test
    void keepsANewerValueWhenAnOlderOneIsCorrected() {
        admit();
        chart.arrive(charted(1, code(1, Code.VOICE)));
        chart.arrive(charted(600, code(600, Code.ALERT)));
        chart.arrive(late(900, struckOut(1, Vital.CONSCIOUSNESS), code(1, Code.PAIN)));
        chart.advance(at(HOUR));

        assertThat(part("consciousness").getPointsUpper()).isZero();
    }

    @Test
    void strikesOutNoReadingOfADevice() {
        admit();
        chart.arrive(hourly(1, 0));
        chart.arrive(charted(600, struckOut(1, Vital.RESPIRATORY_RATE)));
        chart.advance(at(HOUR));

        assertThat(part("respiratory-rate").getState()).isNotEqualTo(InputState.MISSING);
    }

    @Test
    void missesWhatWasStruckOutInEitherOrder() {
        for (int first : new int[] {1, 100}) {
            scores.clear();
            PatientChart other = chart();
            admit(other);
            other.arrive(charted(1, code(1, Code.ALERT)));
            other.arrive(charted(100, code(100, Code.ALERT)));
            other.arrive(late(600, struckOut(first, Vital.CONSCIOUSNESS)));
            other.arrive(late(601, struckOut(101 - first, Vital.CONSCIOUSNESS)));
            other.advance(at(HOUR));

            assertThat(part("consciousness").getState()).isEqualTo(InputState.MISSING);
        }
    }

    @Test
    void leavesANumberThatWasStruckOutOutOfTheMedianThoughItIsNotTheNewest() {
        admit();
        chart.arrive(charted(1, rate(1, 12)));
        chart.arrive(charted(60, rate(60, 27)));
        chart.arrive(charted(120, rate(120, 27)));
        chart.arrive(charted(180, rate(180, 12)));
        chart.arrive(charted(190, rate(190, 12)));
        chart.advance(at(200));
        assertThat(part("respiratory-rate").getPointsLower()).isZero();

        chart.arrive(late(201, struckOut(1, Vital.RESPIRATORY_RATE)));
        chart.arrive(late(202, struckOut(180, Vital.RESPIRATORY_RATE)));
        chart.advance(at(230));

        assertThat(part("respiratory-rate").getPointsLower()).isEqualTo(3);
    }

    @Test
    void missesAValueThatIsKnownToBeOutdatedByOneChartedTooLate() {
        admit();
        chart.arrive(charted(1, code(1, Code.ALERT)));
        chart.arrive(charted(60, code(60, Code.ALERT)));
        chart.arrive(late(900, code(600, Code.UNRESPONSIVE)));
        chart.advance(at(HOUR));

        assertThat(part("consciousness").getState()).isEqualTo(InputState.MISSING);
        assertThat(part("consciousness").getPointsUpper()).isEqualTo(3);
    }

    @Test
    void missesOxygenInLitresWhenPerCentSeenAfterwardsWereChartedTooLate() {
        admit();
        chart.arrive(charted(1, flow(1, 0)));
        chart.arrive(late(900, charted(600, Vital.INSPIRED_OXYGEN).setValue(40).build()));
        chart.advance(at(HOUR));

        assertThat(part("oxygen").getState()).isEqualTo(InputState.MISSING);
    }

    @Test
    void keepsANewerValueWhenAnEarlierOneIsChartedTooLate() {
        admit();
        chart.arrive(charted(600, code(600, Code.VOICE)));
        chart.arrive(late(900, code(60, Code.ALERT)));
        chart.advance(at(HOUR));

        assertThat(part("consciousness").getPointsLower()).isEqualTo(3);
    }

    @Test
    void keepsTheReadingOfADeviceWhenANewerValueIsChartedTooLate() {
        admit();
        chart.arrive(hourly(1, 2 * HOUR));
        chart.arrive(late(900, rate(600, 12)));
        chart.advance(at(HOUR));

        assertThat(part("respiratory-rate").getPointsLower()).isEqualTo(3);
    }

    @Test
    void letsNoDeviceTakeBackOrOutdateWhatWasCharted() {
        admit();
        chart.arrive(charted(1, code(1, Code.VOICE)));
        chart.arrive(byDevice(charted(60, struckOut(1, Vital.CONSCIOUSNESS))));
        chart.arrive(byDevice(late(600, struckOut(1, Vital.CONSCIOUSNESS))));
        chart.arrive(byDevice(late(600, code(300, Code.ALERT))));
        chart.advance(at(HOUR));

        assertThat(part("consciousness").getPointsLower()).isEqualTo(3);
    }

    @Test
    void strikesOutNothingThatADeviceFlagsAsCharted() {
        admit();
        chart.arrive(byDevice(charted(1, code(1, Code.VOICE))));
        chart.arrive(late(600, struckOut(1, Vital.CONSCIOUSNESS)));
        chart.advance(at(HOUR));

        assertThat(part("consciousness").getPointsLower()).isEqualTo(3);
    }

    @Test
    void startsNoScoresWithWhatIsLate() {
        chart.arrive(byDevice(late(600, rate(1, 12))));
        chart.arrive(late(600, code(1, Code.ALERT)));
        chart.arrive(late(600, struckOut(1, Vital.CONSCIOUSNESS)));

        assertThat(chart.nextDueMillis()).isEqualTo(Long.MAX_VALUE);
        assertThat(chart.advance(at(HOUR))).isFalse();
        assertThat(scores).isEmpty();
    }

    @Test
    void ignoresAValueThatWasChartedLate() {
        admit();
        chart.arrive(late(600, code(1, Code.VOICE)));
        chart.advance(at(HOUR));

        assertThat(part("consciousness").getState()).isEqualTo(InputState.MISSING);
    }

    @Test
    void knowsTheScoreBetweenTheReadingsOfAnHourlyDevice() {
        admit();
        for (int hour = 0; hour < 4; hour++) {
            chart.arrive(hourly(hour * HOUR + 1, 2 * HOUR));
        }
        chart.advance(at(4 * HOUR));

        assertThat(scores)
                .filteredOn(score -> score.getTimeMs() > at(60))
                .hasSizeGreaterThan(200)
                .allMatch(score -> score.getParts(0).getState() != InputState.STALE)
                .allMatch(score -> score.getParts(0).getPointsLower() == 3);
    }

    @Test
    void losesTheValueOfAnHourlyDeviceThatIsSilent() {
        admit();
        chart.arrive(hourly(1, 2 * HOUR));
        chart.advance(at(2 * HOUR));
        assertThat(part("respiratory-rate").getState()).isEqualTo(InputState.AGING);

        chart.advance(at(2 * HOUR + 70));

        assertThat(part("respiratory-rate").getState()).isEqualTo(InputState.STALE);
    }

    @Test
    void changesNothingForADeviceThatMeasuresEverySecond() {
        admit();
        chart.arrive(hourly(1, 10));
        chart.advance(at(300));
        assertThat(part("respiratory-rate").getState()).isEqualTo(InputState.AGING);

        chart.advance(at(370));

        assertThat(part("respiratory-rate").getState()).isEqualTo(InputState.STALE);
    }

    @Test
    void saysWhereTheReadingsComeFromWhenTheRegisterDoesNot() {
        chart.arrive(Patient.newBuilder().setPatientRef(ANNA).setAgeYears(70).build(), at(0));
        chart.arrive(hourly(1, 10).toBuilder().setSite("south").build());
        chart.advance(at(60));

        assertThat(last().getSite()).isEqualTo("south");
    }

    private PatientChart chart() {
        return new PatientChart(new ScoringRules(POLICY, ModelSpecs.NONE), ANNA, new PatientState(), output -> {
            if (output instanceof PatientOutput.Scored scored) {
                scores.add(scored.score());
            }
        });
    }

    private void admit() {
        admit(chart);
    }

    private static void admit(PatientChart admitted) {
        admitted.arrive(
                Patient.newBuilder()
                        .setPatientRef(ANNA)
                        .setSite("north")
                        .setAgeYears(70)
                        .setSpo2Scale(Spo2Scale.SCALE_1)
                        .setRevision(1)
                        .build(),
                at(0));
    }

    private Score last() {
        return scores.get(scores.size() - 1);
    }

    private ScorePart part(String parameter) {
        return last().getPartsList().stream()
                .filter(part -> part.getParameter().equals(parameter))
                .findFirst()
                .orElseThrow();
    }

    private static VitalNumeric hourly(int second, int noSignalAfterSeconds) {
        return numeric(
                        second,
                        Measurement.newBuilder()
                                .setVital(Vital.RESPIRATORY_RATE)
                                .setDeviceTimeMs(at(second))
                                .setValue(27)
                                .build())
                .setDeviceId("stay-1")
                .addExpected(ExpectedSignal.newBuilder()
                        .setVital(Vital.RESPIRATORY_RATE)
                        .setNoSignalAfterMs(noSignalAfterSeconds * 1000L))
                .build();
    }

    private static VitalNumeric charted(int second, Measurement... measurements) {
        return numeric(second, measurements).build();
    }

    private static VitalNumeric late(int second, Measurement... measurements) {
        return numeric(second, measurements).setLate(true).build();
    }

    private static VitalNumeric.Builder numeric(int second, Measurement... measurements) {
        return VitalNumeric.newBuilder()
                .setPatientRef(ANNA)
                .setIngestTimeMs(at(second))
                .addAllMeasurements(List.of(measurements));
    }

    private static Measurement code(int second, Code code) {
        return charted(second, Vital.CONSCIOUSNESS).setCode(code).build();
    }

    private static Measurement rate(int second, double breaths) {
        return charted(second, Vital.RESPIRATORY_RATE).setValue(breaths).build();
    }

    private static VitalNumeric byDevice(VitalNumeric numeric) {
        return numeric.toBuilder().setDeviceId("mon-07").build();
    }

    private static Measurement flow(int second, double litres) {
        return charted(second, Vital.OXYGEN_FLOW).setValue(litres).build();
    }

    private static Measurement struckOut(int second, Vital vital) {
        return charted(second, vital).setMissing(MissingReason.NOT_MEASURED).build();
    }

    private static Measurement.Builder charted(int second, Vital vital) {
        return Measurement.newBuilder()
                .setVital(vital)
                .setDeviceTimeMs(at(second))
                .addFlags(ReadingFlag.CHARTED);
    }

    private static long at(int second) {
        return START + second * 1000L;
    }
}
