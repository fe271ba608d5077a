package org.wardlight.stream;

import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamUtils;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.wardlight.events.v1.AlarmCondition;
import org.wardlight.events.v1.QuarantinedObservation;
import org.wardlight.events.v1.RawRecord;
import org.wardlight.events.v1.RegisterChange;
import org.wardlight.events.v1.Score;
import org.wardlight.events.v1.VitalNumeric;
import org.wardlight.events.v1.VitalWindow;
import org.wardlight.stream.device.DeviceFunction;
import org.wardlight.stream.patient.PatientFunction;
import org.wardlight.stream.protobuf.ProtobufTypeInfo;
import org.wardlight.stream.scoring.AdvisoryFunction;
import org.wardlight.stream.scoring.ModelAnswer;
import org.wardlight.stream.scoring.ModelScoringOperator;
import org.wardlight.stream.window.WindowFunction;
import org.wardlight.stream.window.WindowPolicy;

/**
 * The topology, as the data flows.
 *
 * <pre>
 * observation.raw ─▶ without ticks ─▶ by device: order, attribution, limits, presence
 *                                       ├▶ vital.numeric ┬▶ by patient: 10 s and 1 min ─▶ vital.window
 *                                       │                └▶ by patient: NEWS2 on a grid ─┬─▶ score
 *                                       │                      └▶ models: scoring ▶ advisories ─▶ score
 *                                       ├▶ alarm.condition ◀─────────────────┴────────┘
 *                                       └▶ observation.quarantined
 * </pre>
 *
 * Time is ingest time, moved on every partition by ticks that end at the source. Nothing reads a wall clock, and every timer
 * is one of that clock. State is keyed by device, then by patient.
 */
public final class MonitoringJob {

    private MonitoringJob() {}

    /** Where the results go. */
    public record Sinks(
            Sink<VitalNumeric> numerics,
            Sink<VitalWindow> windows,
            Sink<Score> scores,
            Sink<AlarmCondition> conditions,
            Sink<QuarantinedObservation> quarantined) {}

    /** Adds the job to an environment. */
    public static void build(
            StreamExecutionEnvironment environment,
            JobConfig config,
            Source<RawRecord, ?, ?> observations,
            Sinks sinks) {
        // Per partition: the source keeps the slowest of them. A partition that stalls must stop the clock, so none is
        // ever idle.
        WatermarkStrategy<RawRecord> ingestTime = WatermarkStrategy.forBoundedOutOfOrderness(config.outOfOrderness());

        DataStream<RawRecord> records = environment
                .fromSource(observations, ingestTime, "observations", ProtobufTypeInfo.forRecord(RawRecord.class))
                .uid("observations");
        build(config, records, sinks);
    }

    /** Adds the job to records that already carry their ingest time and its watermarks. */
    public static void build(JobConfig config, DataStream<RawRecord> records, Sinks sinks) {
        SingleOutputStreamOperator<VitalNumeric> numerics = records.filter(
                        record -> record.hasObservation() || record.hasRegisterChange() || record.hasRelease())
                .uid("without-ticks")
                .name("without ticks")
                .keyBy(MonitoringJob::historyOf)
                .process(new DeviceFunction(config.device()), ProtobufTypeInfo.forRecord(VitalNumeric.class))
                .uid("device-history")
                .name("by device: order, attribution, limits, presence");

        DataStream<RegisterChange> patients = numerics.getSideOutput(DeviceFunction.PATIENTS);

        SingleOutputStreamOperator<Score> scores = numerics.keyBy(VitalNumeric::getPatientRef)
                .connect(patients.keyBy(change -> change.getPatient().getPatientRef()))
                .process(new PatientFunction(config.score(), config.models()), ProtobufTypeInfo.forRecord(Score.class))
                .uid("patient-chart")
                .name("by patient: NEWS2 on a grid");

        SingleOutputStreamOperator<ModelAnswer> answers = scores.getSideOutput(PatientFunction.QUESTIONS)
                .transform(
                        "models: many patients together",
                        TypeInformation.of(ModelAnswer.class),
                        new ModelScoringOperator(config.models()))
                .uid("model-scoring")
                .name("models: many patients together");

        // Questions and answers keep the patient's place, so that nothing has to be sent around.
        SingleOutputStreamOperator<Score> advisories = DataStreamUtils.reinterpretAsKeyedStream(
                        answers, answer -> answer.patientRef)
                .process(new AdvisoryFunction(config.models()), ProtobufTypeInfo.forRecord(Score.class))
                .uid("model-advisories")
                .name("by patient: advisories of models");

        SingleOutputStreamOperator<VitalWindow> windows = numerics.keyBy(VitalNumeric::getPatientRef)
                .process(new WindowFunction(WindowPolicy.STANDARD), ProtobufTypeInfo.forRecord(VitalWindow.class))
                .uid("vital-windows")
                .name("windows: 10 s and 1 min by patient");

        numerics.sinkTo(sinks.numerics()).uid("numerics").name("vital.numeric");
        windows.sinkTo(sinks.windows()).uid("windows").name("vital.window");
        scores.union(advisories).sinkTo(sinks.scores()).uid("scores").name("score");
        numerics.getSideOutput(DeviceFunction.CONDITIONS)
                .union(
                        scores.getSideOutput(PatientFunction.CONDITIONS),
                        advisories.getSideOutput(AdvisoryFunction.CONDITIONS))
                .sinkTo(sinks.conditions())
                .uid("conditions")
                .name("alarm.condition");
        numerics.getSideOutput(DeviceFunction.QUARANTINED)
                .sinkTo(sinks.quarantined())
                .uid("quarantined")
                .name("observation.quarantined");
    }

    /** Whose history a record belongs to: a device, or the patient of whom something was charted. */
    public static String historyOf(RawRecord record) {
        if (record.hasRelease()) {
            return record.getRelease().getObservation().getDeviceId();
        }
        return record.hasObservation()
                ? record.getObservation().getDeviceId()
                : record.getRegisterChange().getDeviceId();
    }
}
