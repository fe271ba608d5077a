package org.wardlight.stream.scoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.co.KeyedCoProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.wardlight.events.v1.Measurement;
import org.wardlight.events.v1.Patient;
import org.wardlight.events.v1.RegisterChange;
import org.wardlight.events.v1.Score;
import org.wardlight.events.v1.VitalNumeric;
import org.wardlight.models.evaluation.Stay;
import org.wardlight.models.history.VitalHistory;
import org.wardlight.stream.patient.PatientFunction;
import org.wardlight.stream.patient.ScorePolicy;
import org.wardlight.stream.protobuf.ProtobufTypeInfo;

/** Lives through a stay with the operators of the job, as if its readings came from a device just now. */
final class OnlineStay {

    static final long BEGIN = 500_000 * VitalHistory.HOUR_MILLIS;

    private static final String ANNA = "p-" + "a".repeat(32);
    private static final long DELAY = 300;

    private final ModelPolicy models;
    private final List<Score> scores = new ArrayList<>();

    OnlineStay(ModelPolicy models) {
        this.models = models;
    }

    /** Every score of a model, in order. */
    @SuppressWarnings("try") // a harness says that closing it may be interrupted
    List<Score> scores(Stay stay, String modelId) throws Exception {
        try (KeyedTwoInputStreamOperatorTestHarness<String, VitalNumeric, RegisterChange, Score> patients =
                        new KeyedTwoInputStreamOperatorTestHarness<>(
                                new KeyedCoProcessOperator<>(new PatientFunction(ScorePolicy.STANDARD, models)),
                                VitalNumeric::getPatientRef,
                                change -> change.getPatient().getPatientRef(),
                                Types.STRING);
                OneInputStreamOperatorTestHarness<ModelQuestion, ModelAnswer> scoring =
                        new OneInputStreamOperatorTestHarness<>(new ModelScoringOperator(models))) {
            patients.setup(ProtobufTypeInfo.forRecord(Score.class).createSerializer(new SerializerConfigImpl()));
            scoring.setup(TypeInformation.of(ModelAnswer.class).createSerializer(new SerializerConfigImpl()));
            patients.open();
            scoring.open();
            patients.processElement2(new StreamRecord<>(admitted(stay), BEGIN));
            int next = 0;
            for (long minute = BEGIN; minute < BEGIN + stay.hours() * VitalHistory.HOUR_MILLIS; minute += 60_000) {
                for (;
                        next < stay.readings().size()
                                && BEGIN + stay.readings().get(next).millis() < minute + 60_000;
                        next++) {
                    VitalNumeric numeric = numeric(stay.readings().get(next));
                    patients.processElement1(new StreamRecord<>(numeric, numeric.getIngestTimeMs()));
                }
                patients.processBothWatermarks(new Watermark(minute + 59_999));
                drain(patients, scoring, minute + 59_999);
            }
        }
        return scores.stream()
                .filter(score -> score.getScoreId().equals(modelId))
                .toList();
    }

    private void drain(
            KeyedTwoInputStreamOperatorTestHarness<String, VitalNumeric, RegisterChange, Score> patients,
            OneInputStreamOperatorTestHarness<ModelQuestion, ModelAnswer> scoring,
            long watermark)
            throws Exception {
        var questions = patients.getSideOutput(PatientFunction.QUESTIONS);
        if (questions != null) {
            while (!questions.isEmpty()) {
                scoring.processElement(Objects.requireNonNull(questions.poll()));
            }
        }
        patients.getOutput().clear();
        scoring.processWatermark(watermark);
        List<ModelAnswer> answers = scoring.extractOutputValues();
        scoring.getOutput().clear();
        for (ModelAnswer answer : answers) {
            scores.add(Score.parseFrom(answer.score));
        }
    }

    private static RegisterChange admitted(Stay stay) {
        Patient.Builder patient =
                Patient.newBuilder().setPatientRef(ANNA).setRevision(1).setAdmittedMs(BEGIN);
        if (stay.ageYears() != null) {
            patient.setAgeYears(stay.ageYears());
        }
        return RegisterChange.newBuilder()
                .setIngestTimeMs(BEGIN)
                .setPatient(patient)
                .build();
    }

    private static VitalNumeric numeric(Stay.Reading reading) {
        return VitalNumeric.newBuilder()
                .setPatientRef(ANNA)
                .setDeviceId("mon-07")
                .setIngestTimeMs(BEGIN + reading.millis() + DELAY)
                .addMeasurements(Measurement.newBuilder()
                        .setVital(reading.vital())
                        .setValue(reading.value())
                        .setDeviceTimeMs(BEGIN + reading.millis()))
                .build();
    }

    /** The last score of each hour; those without a value are left out of their hour. */
    static List<Score> lastOfHours(List<Score> scores) {
        return scores.stream()
                .filter(score -> score.getUnavailable().isEmpty())
                .collect(Collectors.groupingBy(score -> VitalHistory.hourOf(score.getTimeMs())))
                .values()
                .stream()
                .map(hour -> hour.get(hour.size() - 1))
                .toList();
    }
}
