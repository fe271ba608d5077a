package org.wardlight.stream.window;

import java.util.Arrays;
import java.util.Comparator;
import org.wardlight.events.v1.ExpectedSignal;
import org.wardlight.events.v1.Measurement;
import org.wardlight.events.v1.ReadingFlag;
import org.wardlight.events.v1.VitalNumeric;

/** The numbers of one message, whose place on the grid is not decided before the watermark has passed. */
public class PendingReadings {

    /** One order for everybody, whatever came first; the sort is stable, and one device's messages arrive in order. */
    static final Comparator<PendingReadings> ORDER = Comparator.comparingLong(
                    (PendingReadings readings) -> readings.ingestMillis)
            .thenComparing(readings -> readings.deviceId)
            .thenComparingLong(readings -> readings.boot)
            .thenComparingLong(readings -> readings.seq)
            .thenComparing(readings -> readings.contentHash, Arrays::compareUnsigned);

    /** Ingest time, ms. */
    public long ingestMillis;
    /** The device, then boot and number or content decide the order of what arrived in the same millisecond. */
    public String deviceId = "";
    /** Boot of the device. */
    public long boot;
    /** Number within the boot. */
    public long seq;
    /** Hash of a message that carries no number. */
    public byte[] contentHash = new byte[0];
    /** Where the device is. */
    public String site = "";
    /** Whether it came as history. */
    public boolean late;
    /** Numbers of the vitals, one per reading, as all arrays below. */
    public int[] vitals = new int[0];
    /** Numbers of the methods. */
    public int[] methods = new int[0];
    /** Corrected device times, ms. */
    public long[] times = new long[0];
    /** Values in the unit of the vital. */
    public double[] values = new double[0];
    /** Expected time between two readings, ms; 0 when none is expected. */
    public long[] intervals = new long[0];

    /** For the state serializer. */
    public PendingReadings() {}

    /** The numbers of a message: codes, missing values and charted ones, which may be taken back, have no window. */
    static PendingReadings of(VitalNumeric numeric) {
        PendingReadings readings = new PendingReadings();
        readings.ingestMillis = numeric.getIngestTimeMs();
        readings.deviceId = numeric.getDeviceId();
        readings.boot = numeric.getSequence().getBoot();
        readings.seq = numeric.getSequence().getSeq();
        readings.contentHash = numeric.getContentHash().toByteArray();
        readings.site = numeric.getSite();
        readings.late = numeric.getLate();
        readings.take(numeric);
        return readings;
    }

    private void take(VitalNumeric numeric) {
        int count = 0;
        for (Measurement measurement : numeric.getMeasurementsList()) {
            count += isNumber(measurement) ? 1 : 0;
        }
        vitals = new int[count];
        methods = new int[count];
        times = new long[count];
        values = new double[count];
        intervals = new long[count];
        int at = 0;
        for (Measurement measurement : numeric.getMeasurementsList()) {
            if (isNumber(measurement)) {
                vitals[at] = measurement.getVitalValue();
                methods[at] = measurement.getMethodValue();
                times[at] = measurement.getDeviceTimeMs();
                values[at] = measurement.getValue();
                intervals[at] = interval(numeric, measurement.getVitalValue());
                at++;
            }
        }
    }

    private static boolean isNumber(Measurement measurement) {
        return measurement.hasValue()
                && Double.isFinite(measurement.getValue())
                && measurement.getVitalValue() != 0
                && !measurement.getFlagsList().contains(ReadingFlag.CHARTED);
    }

    private static long interval(VitalNumeric numeric, int vital) {
        for (ExpectedSignal expected : numeric.getExpectedList()) {
            if (expected.getVitalValue() == vital) {
                return expected.getIntervalMs();
            }
        }
        return 0;
    }
}
