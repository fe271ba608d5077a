package org.wardlight.app.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.wardlight.bench.workload.Probes;
import org.wardlight.bench.workload.Workload;
import org.wardlight.events.v1.Observation;
import org.wardlight.events.v1.RawRecord;

/** The same messages for every stage: a second of all beds after another. */
final class Messages {

    static final int BEDS = 500;
    static final String SITE = "demo";

    private static final long SECOND = 1_000;

    private final Workload workload = new Workload(7, BEDS, Probes.none());
    private final long begin = Instant.now().toEpochMilli();
    private final int seconds;

    /** At least as many. */
    Messages(int atLeast) {
        this.seconds = (atLeast + BEDS - 1) / BEDS;
    }

    /** In each round. */
    int count() {
        return seconds * BEDS;
    }

    /** The topic of a message. */
    static String topic(int message) {
        return "wardlight/v1/" + SITE + "/" + Workload.device(message % BEDS) + "/wl";
    }

    /** A round as devices send it. */
    List<byte[]> payloads() {
        List<byte[]> payloads = new ArrayList<>(count());
        for (int i = 0; i < count(); i++) {
            payloads.add(workload.message(i % BEDS, i / BEDS, begin, begin).toByteArray());
        }
        return payloads;
    }

    /** What ingest makes of a round, which goes on where the one before ended. */
    List<RawRecord> records(int round) {
        List<RawRecord> records = new ArrayList<>(count());
        for (long second = (long) round * seconds; second < (round + 1L) * seconds; second++) {
            for (int bed = 0; bed < BEDS; bed++) {
                records.add(record(bed, second));
            }
        }
        return records;
    }

    /** Who wears the devices. */
    List<RawRecord> register() {
        return FloorRegister.of(BEDS, begin);
    }

    private RawRecord record(int bed, long second) {
        long now = begin + second * SECOND;
        var message = workload.message(bed, second, now, now);
        return RawRecord.newBuilder()
                .setObservation(Observation.newBuilder()
                        .setDeviceId(message.getDeviceId())
                        .setSite(SITE)
                        .setSequence(message.getSequence())
                        .setSentTimeMs(now)
                        .setIngestTimeMs(now)
                        .addAllMeasurements(message.getMeasurementsList()))
                .build();
    }
}
