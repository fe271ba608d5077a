package org.wardlight.models.evaluation;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wardlight.events.v1.Code;
import org.wardlight.events.v1.Vital;
import org.wardlight.models.history.VitalHistory;

/**
 * Stays of the PhysioNet/Computing in Cardiology Challenge 2012 (Silva et al., Comput Cardiol 2012;39:245-248): one line
 * for each value of the first 48 hours, {@code Time,Parameter,Value}; -1 is unknown. A Glasgow coma scale of 15 is alert;
 * below, the patient counts as confused, as the scale tells no more of ACVPU.
 */
final class EventStays implements StayFormat {

    private static final Pattern FILE = Pattern.compile("(?:.*/)?(\\d{6})\\.txt");
    private static final Pattern TIME = Pattern.compile("(\\d+):(\\d\\d)");

    private static final int HOURS = 48;
    private static final long MINUTE_MILLIS = 60_000;
    private static final String COMA_SCALE = "GCS";
    private static final String INSPIRED_OXYGEN = "FiO2";
    private static final double FULLY_AWAKE = 15;
    private static final double PERCENT = 100;

    private static final Map<String, Vital> PARAMETERS = Map.ofEntries(
            Map.entry("HR", Vital.HEART_RATE),
            Map.entry("RespRate", Vital.RESPIRATORY_RATE),
            Map.entry("SaO2", Vital.SPO2),
            Map.entry("Temp", Vital.BODY_TEMPERATURE),
            Map.entry("NISysABP", Vital.SYSTOLIC_PRESSURE),
            Map.entry("SysABP", Vital.SYSTOLIC_PRESSURE),
            Map.entry("NIDiasABP", Vital.DIASTOLIC_PRESSURE),
            Map.entry("DiasABP", Vital.DIASTOLIC_PRESSURE),
            Map.entry("NIMAP", Vital.MEAN_PRESSURE),
            Map.entry("MAP", Vital.MEAN_PRESSURE),
            Map.entry(INSPIRED_OXYGEN, Vital.INSPIRED_OXYGEN),
            Map.entry(COMA_SCALE, Vital.CONSCIOUSNESS));

    @Override
    public Optional<String> idOf(String fileName) {
        Matcher name = FILE.matcher(fileName);
        return name.matches() ? Optional.of(name.group(1)) : Optional.empty();
    }

    @Override
    public Stay read(String id, InputStream content) throws IOException {
        List<Stay.Reading> readings = new ArrayList<>();
        double[] age = {Double.NaN};
        Cells.read("The stay " + id, ',', content, (line, cells) -> {
            double value = Cells.number("The stay " + id, cells, "Value");
            String parameter = cells.getOrDefault("Parameter", "");
            if (parameter.equals("Age")) {
                age[0] = value;
            }
            reading(parameter, millis(id, cells.getOrDefault("Time", "")), value)
                    .ifPresent(readings::add);
        });
        readings.sort(Comparator.comparingLong(Stay.Reading::millis));
        return new Stay(id, HourlyStays.years(age[0]), HOURS, readings, List.of());
    }

    private static Optional<Stay.Reading> reading(String parameter, long millis, double recorded) {
        Vital vital = PARAMETERS.get(parameter);
        if (vital == null || recorded < 0 || millis >= HOURS * VitalHistory.HOUR_MILLIS) {
            return Optional.empty();
        }
        if (vital == Vital.CONSCIOUSNESS) {
            Code code = recorded >= FULLY_AWAKE ? Code.ALERT : Code.CONFUSED;
            return Optional.of(new Stay.Reading(millis, vital, code.getNumber()));
        }
        double value = parameter.equals(INSPIRED_OXYGEN) ? PERCENT * recorded : recorded;
        return Cells.isUsable(vital, value) ? Optional.of(new Stay.Reading(millis, vital, value)) : Optional.empty();
    }

    private static long millis(String id, String time) {
        Matcher parts = TIME.matcher(time);
        if (!parts.matches()) {
            throw new IllegalArgumentException("The stay " + id + " has the time \"" + time + "\", not hours:minutes.");
        }
        return Long.parseLong(parts.group(1)) * VitalHistory.HOUR_MILLIS
                + Long.parseLong(parts.group(2)) * MINUTE_MILLIS;
    }
}
