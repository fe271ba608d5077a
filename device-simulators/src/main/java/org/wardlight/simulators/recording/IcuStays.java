package org.wardlight.simulators.recording;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.wardlight.events.v1.BodySite;
import org.wardlight.events.v1.Method;
import org.wardlight.events.v1.Vital;
import org.wardlight.simulators.device.DeviceProfile;
import org.wardlight.simulators.device.Signal;

/**
 * The stays of the PhysioNet/Computing in Cardiology Challenge 2019 (Reyna et al., Crit Care Med 2020;48(2):210-217, doi
 * 10.13026/v64v-d857): one file for each stay in intensive care, one row an hour, cells separated by {@code |}, {@code NaN}
 * where nothing was measured. Temperature is in Cel, pressures in mm[Hg], inspired oxygen as a fraction, which becomes %.
 * Laboratory values, glucose among them, come from no device and are left out. Consciousness was not recorded and stays
 * missing.
 */
final class IcuStays implements DataSet {

    private static final Pattern FILE = Pattern.compile("(?:.*/)?(p\\d{6})\\.psv");

    private static final Duration HOUR = Duration.ofHours(1);
    private static final String INSPIRED_OXYGEN = "FiO2";
    private static final double PERCENT = 100;

    private static final Map<String, Vital> COLUMNS = Map.of(
            "HR",
            Vital.HEART_RATE,
            "O2Sat",
            Vital.SPO2,
            "Temp",
            Vital.BODY_TEMPERATURE,
            "SBP",
            Vital.SYSTOLIC_PRESSURE,
            "MAP",
            Vital.MEAN_PRESSURE,
            "DBP",
            Vital.DIASTOLIC_PRESSURE,
            "Resp",
            Vital.RESPIRATORY_RATE,
            "EtCO2",
            Vital.ETCO2,
            INSPIRED_OXYGEN,
            Vital.INSPIRED_OXYGEN);

    /** How it was measured is not recorded, so it is not claimed. */
    private static final DeviceProfile DEVICE = new DeviceProfile(
            "hourly-stay",
            HOUR,
            COLUMNS.values().stream()
                    .sorted()
                    .map(vital -> new Signal(vital, Method.METHOD_UNSPECIFIED, BodySite.BODY_SITE_UNSPECIFIED, HOUR))
                    .toList());

    /**
     * One hour in eight has no heart rate, two in three no temperature. Diastolic pressure, carbon dioxide and inspired
     * oxygen are missing from whole stays, and so are never expected.
     */
    private static final Map<Vital, Duration> NO_SIGNAL_AFTER = Map.of(
            Vital.HEART_RATE, HOUR.multipliedBy(4),
            Vital.SPO2, HOUR.multipliedBy(4),
            Vital.RESPIRATORY_RATE, HOUR.multipliedBy(4),
            Vital.SYSTOLIC_PRESSURE, HOUR.multipliedBy(4),
            Vital.MEAN_PRESSURE, HOUR.multipliedBy(4),
            Vital.BODY_TEMPERATURE, HOUR.multipliedBy(12));

    @Override
    public String example() {
        return "p000001.psv of the Challenge 2019";
    }

    @Override
    public RecordedProfile profile() {
        return new RecordedProfile("hourly intensive-care stays, de-identified", DEVICE, NO_SIGNAL_AFTER);
    }

    @Override
    public Optional<String> idOf(String fileName) {
        Matcher name = FILE.matcher(fileName);
        return name.matches() ? Optional.of(name.group(1)) : Optional.empty();
    }

    @Override
    public Recording read(String id, ZipFile zip, ZipEntry entry) throws IOException {
        Steps hours = new Steps();
        try (InputStream psv = zip.getInputStream(entry)) {
            new Table(id, '|').read(psv, row -> add(row, hours));
        }
        return new Recording(id, HOUR, hours.rows());
    }

    private static void add(Table.Row row, Steps hours) {
        int hour = hours.size();
        COLUMNS.forEach((column, vital) -> {
            double value = row.number(column);
            hours.note(hour, vital, column.equals(INSPIRED_OXYGEN) ? PERCENT * value : value);
        });
    }
}
