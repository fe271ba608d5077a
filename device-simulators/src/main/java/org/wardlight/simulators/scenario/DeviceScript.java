package org.wardlight.simulators.scenario;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wardlight.simulators.physiology.Illness;

/**
 * What one device and the patient under it go through, and what follows from it.
 *
 * @param illness of the patient
 * @param fault of the device
 * @param breaches rules of the adult-ward profile that the illness breaks for good
 * @param loss the time without signal that the fault causes; null for none
 */
public record DeviceScript(
        Illness illness,
        DeviceFault fault,
        List<String> breaches,
        @Nullable Loss loss) {

    /** A stable patient on a device that works. */
    public static final DeviceScript UNEVENTFUL =
            new DeviceScript(Illness.NONE, new DeviceFault.None(), List.of(), null);

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
        return new DeviceScript(illness, new DeviceFault.None(), List.of(breaches), null);
    }

    static DeviceScript of(DeviceFault fault, Loss loss) {
        return new DeviceScript(Illness.NONE, fault, List.of(), loss);
    }

    /** A stable patient on a device with a fault that takes no signal away. */
    public static DeviceScript of(DeviceFault fault) {
        return new DeviceScript(Illness.NONE, fault, List.of(), null);
    }
}
