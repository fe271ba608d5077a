package org.wardlight.alerting.store;

import com.google.protobuf.ByteString;

/**
 * Something that still has to be told to somebody.
 *
 * @param id order in which it was decided
 * @param receiver of a page; empty for an event
 * @param pageId of a page; empty for an event
 * @param payload protobuf of an event, JSON body of a page
 * @param createdMillis when it was decided, ms since 1970, ward time
 */
public record OutboxRow(
        long id, Kind kind, String alarmId, String receiver, String pageId, ByteString payload, long createdMillis) {

    /** Who is told. */
    public enum Kind {
        /** Everybody, through the log. */
        EVENT,
        /** One person, through a receiver. */
        PAGE
    }

    static OutboxRow event(String alarmId, ByteString payload, long createdMillis) {
        return new OutboxRow(0, Kind.EVENT, alarmId, "", "", payload, createdMillis);
    }

    OutboxRow withId(long next) {
        return new OutboxRow(next, kind, alarmId, receiver, pageId, payload, createdMillis);
    }
}
