package org.wardlight.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.wardlight.events.v1.AlarmCondition;
import org.wardlight.events.v1.RawRecord;
import org.wardlight.events.v1.VitalNumeric;
import org.wardlight.stream.device.DeviceMemory;
import org.wardlight.stream.device.DevicePolicy;
import org.wardlight.stream.patient.PatientMemory;
import org.wardlight.stream.patient.ScorePolicy;
import org.wardlight.stream.scoring.MemoryScoring;
import org.wardlight.stream.scoring.ModelPolicy;
import org.wardlight.stream.scoring.ModelQuestion;
import org.wardlight.stream.scoring.SharedModels;
import org.wardlight.stream.window.WindowMemory;
import org.wardlight.stream.window.WindowPolicy;

/**
 * All that the job decides, in plain memory: no Flink, no Kafka, nothing durable. It is the floor that a benchmark holds the
 * job against, and of no use for patients. For one thread.
 */
public final class ClinicalCore implements AutoCloseable {

    private final DeviceMemory devices;
    private final PatientMemory patients;
    private final WindowMemory windows;
    private final List<ModelQuestion> asked = new ArrayList<>();
    private final @Nullable SharedModels models;
    private final @Nullable MemoryScoring scoring;
    private long written;

    /**
     * A core.
     *
     * @param conditions hears every condition
     */
    public ClinicalCore(
            DevicePolicy device, ScorePolicy score, ModelPolicy model, Consumer<AlarmCondition> conditions) {
        this.models = SharedModels.open(model);
        this.scoring = models == null ? null : new MemoryScoring(models, model);
        this.windows = new WindowMemory(WindowPolicy.STANDARD, window -> written++);
        this.patients = new PatientMemory(
                score,
                SharedModels.specsOf(models, model),
                new PatientMemory.Hearers(published -> written++, conditions, asked::add));
        this.devices = new DeviceMemory(
                device, new DeviceMemory.Hearers(this::numeric, conditions, patients::arrive, tally -> {}));
    }

    /** Applies a record. */
    public void apply(RawRecord record) {
        devices.apply(MonitoringJob.historyOf(record), record);
    }

    /** Does everything that fell due up to this time, ms since 1970. */
    public void advance(long nowMillis) {
        devices.advance(nowMillis);
        patients.advance(nowMillis);
        windows.advance(nowMillis);
        if (scoring != null && !asked.isEmpty()) {
            written += scoring.answer(asked);
        }
        asked.clear();
    }

    /** Numerics, windows and scores that the job would have written. */
    public long written() {
        return written;
    }

    private void numeric(VitalNumeric numeric) {
        written++;
        patients.arrive(numeric);
        windows.arrive(numeric);
    }

    @Override
    public void close() {
        if (models != null) {
            models.close();
        }
    }
}
