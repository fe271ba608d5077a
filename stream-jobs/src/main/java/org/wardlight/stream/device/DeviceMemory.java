package org.wardlight.stream.device;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.wardlight.events.v1.AlarmCondition;
import org.wardlight.events.v1.RawRecord;
import org.wardlight.events.v1.RegisterChange;
import org.wardlight.events.v1.VitalNumeric;

/** The histories of all devices in plain memory, without Flink: what {@link DeviceFunction} does, and nothing durable. */
public final class DeviceMemory {

    /** Who hears what comes of it. */
    public record Hearers(
            Consumer<VitalNumeric> numerics,
            Consumer<AlarmCondition> conditions,
            Consumer<RegisterChange> patients,
            Consumer<Tally> tallies) {}

    private final Map<String, DeviceHistory> histories = new HashMap<>();
    private final DevicePolicy policy;
    private final Hearers hearers;

    /** Judging by this policy. */
    public DeviceMemory(DevicePolicy policy, Hearers hearers) {
        this.policy = policy;
        this.hearers = hearers;
    }

    /** Applies the next record of a device, whose history it is. */
    public void apply(String history, RawRecord record) {
        histories
                .computeIfAbsent(history, none -> new DeviceHistory(policy, new DeviceState(), this::hear))
                .apply(record);
    }

    /** Does everything that fell due up to this time. */
    public void advance(long nowMillis) {
        for (DeviceHistory history : histories.values()) {
            if (history.nextDueMillis() <= nowMillis) {
                history.advance(nowMillis);
            }
        }
    }

    private void hear(DeviceOutput output) {
        if (output instanceof DeviceOutput.Numeric numeric) {
            hearers.numerics().accept(numeric.numeric());
        } else if (output instanceof DeviceOutput.Condition condition) {
            hearers.conditions().accept(condition.condition());
        } else if (output instanceof DeviceOutput.PatientChanged changed) {
            hearers.patients().accept(changed.change());
        } else if (output instanceof DeviceOutput.Counted counted) {
            hearers.tallies().accept(counted.tally());
        }
    }
}
