package org.wardlight.stream.device;

import org.wardlight.events.v1.Severity;

/** What can be wrong with a device as a whole, apart from its signals. */
public enum DeviceTrouble {
    /** Nothing live comes from it. Its signals are not told one by one then. */
    DEVICE_LOST("device-lost", Severity.SEVERITY_MEDIUM, "device lost"),
    /** Its clock says something that cannot be: readings are judged when they arrive. */
    CLOCK_WRONG("clock-wrong", Severity.SEVERITY_LOW, "device clock wrong"),
    /** Numbers are missing among its messages: what they said is not known. */
    DATA_LOSS("data-loss", Severity.SEVERITY_LOW, "messages lost"),
    /** It sends, and nobody is known to wear it. */
    UNASSIGNED("unassigned-device", Severity.SEVERITY_LOW, "device sends, but nobody wears it");

    private final String rule;
    private final Severity severity;
    private final String words;

    DeviceTrouble(String rule, Severity severity, String words) {
        this.rule = rule;
        this.severity = severity;
        this.words = words;
    }

    /** The rule of its condition. */
    public String rule() {
        return rule;
    }

    /** How grave it is. */
    public Severity severity() {
        return severity;
    }

    /** What is wrong, in a few words. */
    public String words() {
        return words;
    }
}
