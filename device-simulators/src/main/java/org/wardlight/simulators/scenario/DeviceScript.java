package org.wardlight.simulators.scenario;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wardlight.simulators.physiology.Illness;

/**
 * What one device and the patient under it go through, and what follows from it.
 *
 * @param illness of the patient
 * @param faults of the device
 * @param breaches rules of the adult-ward profile that the illness breaks for good
 * @param loss the time without signal that the faults cause; null for none
 */
public record DeviceScript(
        Illness illness,
        DeviceFaults faults,
        List<String> breaches,
        @Nullable Loss loss) {

    /** A stable patient on a device that works. */
    public static final DeviceScript UNEVENTFUL = new DeviceScript(Illness.NONE, DeviceFaults.NONE, List.of(), null);

    /** Copies the breaches. */
    public DeviceScript {
        breaches = List.copyOf(breaches);
    }

    /**
     * A time without signal, from the start of the run.
     *
     * @param from when the signal is gone
     * @param until when it is back; null for never
     */
    public record Loss(Duration from, @Nullable Duration until) {}

    static DeviceScript of(Illness illness, String... breaches) {
        return new DeviceScript(illness, DeviceFaults.NONE, List.of(breaches), null);
    }

    static DeviceScript of(DeviceFaults faults, Loss loss) {
        return new DeviceScript(Illness.NONE, faults, List.of(), loss);
    }
}
