package org.wardlight.station.register;

import com.google.protobuf.ByteString;

/** A record that still has to go on its topic. */
record OutboxRow(long id, String topic, String key, ByteString value, long createdMillis) {

    /** What must arrive in order. */
    String history() {
        return topic + '/' + key;
    }
}
