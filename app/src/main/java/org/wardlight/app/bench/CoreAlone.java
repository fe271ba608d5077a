package org.wardlight.app.bench;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.wardlight.bench.workload.Workload;
import org.wardlight.events.v1.Observation;
import org.wardlight.events.v1.RawRecord;
import org.wardlight.stream.ClinicalCore;
import org.wardlight.stream.device.DevicePolicy;
import org.wardlight.stream.patient.ScorePolicy;
import org.wardlight.stream.scoring.ModelPolicy;

/** The clinical core alone, living through seconds of a ward as fast as it can. */
final class CoreAlone implements AutoCloseable {

    private static final long SECOND = 1_000;

    private final ClinicalCore core;
    private final int beds;
    private final long begin = Instant.now().toEpochMilli();
    private long second;

    CoreAlone(int beds, Path models) {
        this.beds = beds;
        this.core = new ClinicalCore(
                DevicePolicy.STANDARD,
                ScorePolicy.STANDARD,
                new ModelPolicy(models.toString(), List.of(), null, null, null),
                condition -> {});
        FloorRegister.of(beds, begin).forEach(core::apply);
    }

    /** As many further messages of the ward, a second of it after another. */
    void live(int messages, Workload workload) {
        for (int i = 0; i < messages; i += beds, second++) {
            long now = begin + second * SECOND;
            for (int bed = 0; bed < beds; bed++) {
                core.apply(record(workload, bed, now));
            }
            core.advance(now + SECOND - 1);
        }
    }

    private RawRecord record(Workload workload, int bed, long now) {
        var message = workload.message(bed, second, now, now);
        return RawRecord.newBuilder()
                .setObservation(Observation.newBuilder()
                        .setDeviceId(message.getDeviceId())
                        .setSite("demo")
                        .setSequence(message.getSequence())
                        .setSentTimeMs(now)
                        .setIngestTimeMs(now)
                        .addAllMeasurements(message.getMeasurementsList()))
                .build();
    }

    @Override
    public void close() {
        core.close();
    }
}
