package org.wardlight.station.web;

import org.jspecify.annotations.Nullable;
import org.wardlight.station.pager.PageData;
import org.wardlight.station.pager.ReceivedPage;

/** A page as the browser reads it. */
record PageView(
        String pageId,
        String alarmId,
        long receivedAt,
        @Nullable Long sensorToPageMs,
        String bed,
        String ward,
        String priority,
        String marks,
        String text,
        int level,
        String role,
        String recipient,
        @Nullable Deciding deciding,
        int repeat) {

    static PageView of(ReceivedPage page, String wardName) {
        PageData data = page.data();
        return new PageView(
                page.pageId(),
                data.alarmId(),
                page.receivedWardMillis(),
                page.sensorToPageMillis(),
                data.bed(),
                wardName,
                data.priority(),
                data.marks(),
                data.text(),
                data.level(),
                data.role(),
                data.recipient(),
                deciding(data.deciding()),
                page.repeat());
    }

    private static @Nullable Deciding deciding(PageData.@Nullable Deciding by) {
        return by == null ? null : new Deciding(by.device(), by.boot(), by.seq(), by.deviceTimeMillis());
    }

    record Deciding(
            String device,
            @Nullable Long boot,
            @Nullable Long seq,
            @Nullable Long deviceTime) {}
}
