package org.wardlight.station.pager;

import org.jspecify.annotations.Nullable;

/**
 * A page as it arrived.
 *
 * @param pageId the webhook's id: the same for every delivery of one page
 * @param receivedWallMillis first arrival on the wall clock, ms since 1970
 * @param receivedWardMillis first arrival on the ward clock, ms since 1970
 * @param repeat deliveries after the first
 */
public record ReceivedPage(String pageId, long receivedWallMillis, long receivedWardMillis, PageData data, int repeat) {

    /**
     * How late the page is against the earliest moment it could exist: when the condition was due, or when the device sent
     * the reading that decided it, whichever came later. In ms of ward time; absent when neither is known.
     */
    public @Nullable Long sensorToPageMillis() {
        Long due = data.dueMillis();
        PageData.Deciding deciding = data.deciding();
        Long sent = deciding == null ? null : deciding.sentTimeMillis();
        if (due == null && sent == null) {
            return null;
        }
        long earliest = Math.max(due == null ? Long.MIN_VALUE : due, sent == null ? Long.MIN_VALUE : sent);
        return receivedWardMillis - earliest;
    }

    ReceivedPage repeated() {
        return new ReceivedPage(pageId, receivedWallMillis, receivedWardMillis, data, repeat + 1);
    }
}
