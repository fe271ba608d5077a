package org.wardlight.stream.device;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wardlight.events.v1.ChartEntry;
import org.wardlight.events.v1.Measurement;
import org.wardlight.events.v1.Method;
import org.wardlight.events.v1.MissingReason;
import org.wardlight.events.v1.ReadingFlag;
import org.wardlight.events.v1.VitalNumeric;

/**
 * Turns what a person charted into readings of that patient. A correction is told as such to whoever keeps values: before what
 * it says itself, every value of the entry that it replaces comes again as one that was not measured. So a value that was struck
 * out is missing, never normal.
 *
 * @see <a href="../../../../../../../../docs/adr/0012-chart-and-release-through-the-log.md">ADR 12</a>
 */
final class ChartedEntries {

    /** More than a patient has in the time for which a charted value feeds a score. */
    private static final int MOST = 32;

    private final DevicePolicy policy;
    private final DeviceState state;

    /** Works on the given state, which it changes. */
    ChartedEntries(DevicePolicy policy, DeviceState state) {
        this.policy = policy;
        this.state = state;
    }

    /** Its readings; empty for an intervention alone. */
    Optional<VitalNumeric> numeric(ChartEntry entry, ByteString identity, long nowMillis) {
        List<Measurement> charted = entry.getMeasurementsList().stream()
                .map(measurement -> charted(measurement, nowMillis))
                .toList();
        List<Measurement> readings = new ArrayList<>(struckOut(entry.getCorrects()));
        readings.addAll(charted);
        if (readings.isEmpty()) {
            return Optional.empty();
        }
        remember(entry.getEntryId(), charted);
        long oldestLive = nowMillis - policy.lateAfter().toMillis();
        return Optional.of(VitalNumeric.newBuilder()
                .setPatientRef(entry.getPatientRef())
                .setContentHash(identity)
                .setSite(state.site)
                .setIngestTimeMs(nowMillis)
                .setLate(PatientReadings.newestMillis(readings) < oldestLive)
                .addAllMeasurements(readings)
                .build());
    }

    /** Nothing was seen before it happened: a time ahead of the clock is taken as the present. */
    private static Measurement charted(Measurement measurement, long nowMillis) {
        Measurement.Builder charted = measurement.toBuilder().setMethod(Method.MANUAL);
        if (!measurement.getFlagsList().contains(ReadingFlag.CHARTED)) {
            charted.addFlags(ReadingFlag.CHARTED);
        }
        if (measurement.getDeviceTimeMs() > nowMillis) {
            charted.setDeviceTimeMs(nowMillis);
        }
        return charted.build();
    }

    private List<Measurement> struckOut(String entryId) {
        return state.charted.stream()
                .filter(known -> known.entryId.equals(entryId))
                .flatMap(known -> parse(known.entry).getMeasurementsList().stream())
                .map(measurement -> measurement.toBuilder()
                        .setMethod(Method.MANUAL)
                        .setMissing(MissingReason.NOT_MEASURED)
                        .addFlags(ReadingFlag.CHARTED)
                        .build())
                .toList();
    }

    private void remember(String entryId, List<Measurement> charted) {
        ChartEntry.Builder which = ChartEntry.newBuilder();
        for (Measurement measurement : charted) {
            which.addMeasurementsBuilder()
                    .setVital(measurement.getVital())
                    .setDeviceTimeMs(measurement.getDeviceTimeMs());
        }
        ChartedState known = new ChartedState();
        known.entryId = entryId;
        known.entry = which.build().toByteArray();
        state.charted.add(known);
        if (state.charted.size() > MOST) {
            state.charted.remove(0);
        }
    }

    private static ChartEntry parse(byte[] bytes) {
        try {
            return ChartEntry.parseFrom(bytes);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("charted entry in state cannot be read", e);
        }
    }
}
