package org.wardlight.simulators.payload;

import org.wardlight.events.v1.NativeMessage;

/** The two spellings of the native format; the MQTT content type says which one a payload is in. */
public enum PayloadFormat {
    PROTOBUF("application/x-protobuf") {
        @Override
        public byte[] encode(NativeMessage message) {
            return message.toByteArray();
        }
    },

    JSON("application/json") {
        @Override
        public byte[] encode(NativeMessage message) {
            return JsonPayload.encode(message);
        }
    };

    private final String contentType;

    PayloadFormat(String contentType) {
        this.contentType = contentType;
    }

    /** MQTT 5 content type. */
    public String contentType() {
        return contentType;
    }

    /** The payload bytes of a message. */
    public abstract byte[] encode(NativeMessage message);
}
