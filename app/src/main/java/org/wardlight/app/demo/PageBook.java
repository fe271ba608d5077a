package org.wardlight.app.demo;

import java.util.ArrayList;
import java.util.List;
import org.wardlight.station.pager.ReceivedPage;

/** Every page that arrived in a run. Filled by the thread that receives them, read by the one that reports. */
final class PageBook {

    private final List<ReceivedPage> pages = new ArrayList<>();

    synchronized void add(ReceivedPage page) {
        pages.add(page);
    }

    synchronized long count() {
        return pages.size();
    }

    /** All of them, in the order of arrival. */
    synchronized List<ReceivedPage> all() {
        return List.copyOf(pages);
    }

    /** Ms of ward time from the earliest moment a page could exist to its arrival, ascending; first pages only. */
    synchronized List<Long> latencies() {
        List<Long> latencies = new ArrayList<>();
        for (ReceivedPage page : pages) {
            Long latency = page.sensorToPageMillis();
            // A page to the next level is late by intention.
            if (latency != null && page.data().level() == 1) {
                latencies.add(Math.max(0, latency));
            }
        }
        latencies.sort(null);
        return latencies;
    }
}
