package org.wardlight.simulators.recording;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
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
 * The files of an Empatica E4 wristband, as in the Stress-Predict data set (Iqbal et al., Sensors 2022;22(21):8135, doi
 * 10.3390/s22218135): a folder for each person with {@code HR.csv} (1 Hz, /min), {@code TEMP.csv} (4 Hz, Cel, skin),
 * {@code IBI.csv} (seconds since its start and since the beat before) and {@code ACC.csv} (32 Hz, 1/64 g on three axes).
 * The first line of each gives its start, the second its rate. A second of the recording holds the heart rate and the
 * temperature of that second, the beats since the second before, and how strongly the wrist moved within it.
 */
final class WristbandFiles implements DataSet {

    private static final Pattern FILE = Pattern.compile("(?:.*/)?([A-Za-z0-9-]{1,32})/HR\\.csv");
    private static final Duration SECOND = Duration.ofSeconds(1);

    private static final DeviceProfile DEVICE = new DeviceProfile(
            "wristband-recording",
            SECOND,
            List.of(
                    new Signal(Vital.PULSE_RATE, Method.OPTICAL_WRIST, BodySite.WRIST, SECOND),
                    new Signal(Vital.SKIN_TEMPERATURE, Method.THERMISTOR, BodySite.WRIST, SECOND),
                    new Signal(Vital.INTER_BEAT_INTERVAL, Method.OPTICAL_WRIST, BodySite.WRIST, SECOND),
                    new Signal(Vital.BODY_MOTION, Method.ACCELEROMETER, BodySite.WRIST, SECOND)));

    /** The wristband reports only beats that it is sure of, sometimes none for minutes: they are never expected. */
    private static final Map<Vital, Duration> NO_SIGNAL_AFTER = Map.of(
            Vital.PULSE_RATE, Duration.ofSeconds(30),
            Vital.SKIN_TEMPERATURE, Duration.ofSeconds(60),
            Vital.BODY_MOTION, Duration.ofSeconds(60));

    @Override
    public String example() {
        return "S01/HR.csv of an Empatica E4 wristband";
    }

    @Override
    public RecordedProfile profile() {
        return new RecordedProfile("E4 wristbands of volunteers, de-identified", DEVICE, NO_SIGNAL_AFTER);
    }

    @Override
    public Optional<String> idOf(String fileName) {
        Matcher name = FILE.matcher(fileName);
        return name.matches() ? Optional.of("e4-" + name.group(1)) : Optional.empty();
    }

    @Override
    public Recording read(String id, ZipFile zip, ZipEntry entry) throws IOException {
        String folder = entry.getName().substring(0, entry.getName().length() - "HR.csv".length());
        WristbandSeconds seconds = new WristbandSeconds(id);
        read(zip, folder + "HR.csv", seconds::heartRate, seconds);
        read(zip, folder + "TEMP.csv", seconds::temperature, seconds);
        read(zip, folder + "ACC.csv", seconds::acceleration, seconds);
        read(zip, folder + "IBI.csv", seconds::beat, seconds);
        return seconds.recording();
    }

    private static void read(ZipFile zip, String name, WristbandSeconds.Sample sample, WristbandSeconds seconds)
            throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new IllegalArgumentException("The zip lacks the file " + name + ".");
        }
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(zip.getInputStream(entry), StandardCharsets.UTF_8))) {
            seconds.read(lines, name, sample);
        }
    }
}
