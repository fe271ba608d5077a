package org.wardlight.events;

import com.google.protobuf.ByteString;

/**
 * The dedupe identity of a message from a device that does not count its messages: 16 bytes of SHA-256 over the device id
 * and the payload as it came.
 */
public final class ContentHash {

    private ContentHash() {}

    /** The hash of one payload of one device. */
    public static ByteString of(String deviceId, byte[] payload) {
        return ByteString.copyFrom(new Digest().part(deviceId).part(payload).sixteenBytes());
    }
}
