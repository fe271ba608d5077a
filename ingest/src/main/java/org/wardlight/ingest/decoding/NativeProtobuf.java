package org.wardlight.ingest.decoding;

import com.google.protobuf.InvalidProtocolBufferException;
import org.wardlight.events.v1.NativeMessage;

/** Reads the native protobuf payload. What it means is judged by {@link CanonicalObservation}. */
final class NativeProtobuf {

    private NativeProtobuf() {}

    static NativeMessage read(byte[] payload) throws Unusable {
        try {
            return NativeMessage.parseFrom(payload);
        } catch (InvalidProtocolBufferException e) {
            throw Unusable.malformed("the payload is not a NativeMessage in protobuf");
        }
    }
}
