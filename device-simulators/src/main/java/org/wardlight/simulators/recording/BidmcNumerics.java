package org.wardlight.simulators.recording;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.wardlight.events.v1.BodySite;
import org.wardlight.events.v1.Method;
import org.wardlight.events.v1.Vital;
import org.wardlight.simulators.device.DeviceProfile;
import org.wardlight.simulators.device.Signal;

/**
 * The numerics of the BIDMC PPG and Respiration data set (Pimentel et al., IEEE Trans Biomed Eng 2017;64(8):1914-1923, doi
 * 10.13026/C2208R): one CSV file for each patient, one row a second. HR and PULSE are in /min, RESP in /min, SpO2 in %. A
 * cell that is blank or {@code NaN} was not measured. The first row may stand at second 0 (also spelled -0) or -1.
 */
final class BidmcNumerics implements DataSet {

    private static final Pattern FILE = Pattern.compile("(?:.*/)?bidmc_(\\d+)_Numerics\\.csv");

    private static final Duration SECOND = Duration.ofSeconds(1);

    private static final String TIME = "Time [s]";
    private static final Map<String, Vital> COLUMNS = Map.of(
            "HR", Vital.HEART_RATE,
            "PULSE", Vital.PULSE_RATE,
            "RESP", Vital.RESPIRATORY_RATE,
            "SpO2", Vital.SPO2);

    private static final DeviceProfile DEVICE = new DeviceProfile(
            "bedside-recording",
            SECOND,
            List.of(
                    new Signal(Vital.HEART_RATE, Method.ECG, BodySite.CHEST, SECOND),
                    new Signal(Vital.PULSE_RATE, Method.OXIMETRY, BodySite.FINGER, SECOND),
                    new Signal(Vital.RESPIRATORY_RATE, Method.IMPEDANCE, BodySite.CHEST, SECOND),
                    new Signal(Vital.SPO2, Method.OXIMETRY, BodySite.FINGER, SECOND)));

    /** They have gaps of up to half a minute, which are the patient's and not the network's. */
    private static final Duration NO_SIGNAL_AFTER = Duration.ofSeconds(30);

    /** The real ones last eight minutes; a longer one is a broken time column. */
    private static final int MOST_SECONDS = 24 * 3600;

    @Override
    public String example() {
        return "bidmc_01_Numerics.csv of the BIDMC PPG and Respiration data set";
    }

    @Override
    public RecordedProfile profile() {
        return new RecordedProfile(
                "BIDMC bedside monitors, de-identified",
                DEVICE,
                COLUMNS.values().stream().collect(Collectors.toMap(vital -> vital, vital -> NO_SIGNAL_AFTER)));
    }

    @Override
    public Optional<String> idOf(String fileName) {
        Matcher name = FILE.matcher(fileName);
        return name.matches() ? Optional.of("bidmc-" + name.group(1)) : Optional.empty();
    }

    @Override
    public Recording read(String id, ZipFile zip, ZipEntry entry) throws IOException {
        Seconds seconds = new Seconds();
        try (InputStream csv = zip.getInputStream(entry)) {
            new Table(id, ',').read(csv, seconds::add);
        }
        return new Recording(id, SECOND, seconds.steps.rows());
    }

    private static final class Seconds {

        private final Steps steps = new Steps();
        private long first;

        private void add(Table.Row row) {
            long time = Math.round(row.number(TIME));
            if (steps.size() == 0) {
                first = time;
            }
            long index = time - first;
            if (index < steps.size() || index >= MOST_SECONDS) {
                throw row.problem("jumps to second " + time + " after " + steps.size() + " seconds");
            }
            int second = Math.toIntExact(index);
            COLUMNS.forEach((column, vital) -> steps.note(second, vital, row.number(column)));
        }
    }
}
