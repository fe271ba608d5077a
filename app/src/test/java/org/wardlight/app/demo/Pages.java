package org.wardlight.app.demo;

import java.time.Instant;
import org.wardlight.station.pager.PageData;
import org.wardlight.station.pager.ReceivedPage;

/** Pages for tests: the condition was due when the deciding reading was sent, and the page took 100 ms. */
final class Pages {

    private Pages() {}

    static ReceivedPage page(String alarm, int level, String rule, String device, Instant decided) {
        long at = decided.toEpochMilli();
        PageData.Deciding deciding = new PageData.Deciding(device, 1L, 7L, null, at, at, at);
        PageData data = new PageData(
                alarm,
                "ward-7",
                "01",
                "medium",
                "!!",
                "SpO2 88 < 90",
                level,
                "nurse",
                "RN Okafor",
                "physiological",
                rule,
                at,
                deciding,
                alarm);
        return new ReceivedPage(alarm + "-" + level + "-1", at + 100, at + 100, data, 0);
    }
}
