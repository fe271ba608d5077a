package org.wardlight.app.bench;

import java.nio.file.Path;
import java.util.List;
import org.wardlight.events.v1.RawRecord;
import org.wardlight.stream.ClinicalCore;
import org.wardlight.stream.device.DevicePolicy;
import org.wardlight.stream.patient.ScorePolicy;
import org.wardlight.stream.scoring.ModelPolicy;

/** The clinical core in plain memory, living through seconds of a ward as fast as it can. */
final class CoreAlone implements Stage, AutoCloseable {

    private static final long LAST_OF_SECOND = 999;

    private final Messages messages;
    private final ClinicalCore core;
    private int rounds;

    CoreAlone(Messages messages, Path models) {
        this.messages = messages;
        this.core = new ClinicalCore(
                DevicePolicy.STANDARD,
                ScorePolicy.STANDARD,
                new ModelPolicy(models.toString(), List.of(), null, null, null),
                condition -> {});
        messages.register().forEach(core::apply);
    }

    @Override
    public Cost round() {
        List<RawRecord> records = messages.records(rounds++);
        Cost before = Cost.now();
        for (int i = 0; i < records.size(); i++) {
            core.apply(records.get(i));
            if ((i + 1) % Messages.BEDS == 0) {
                core.advance(records.get(i).getObservation().getIngestTimeMs() + LAST_OF_SECOND);
            }
        }
        return before.since();
    }

    @Override
    public void close() {
        core.close();
    }
}
