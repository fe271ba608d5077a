package org.wardlight.app.bench;

import java.time.Instant;
import java.util.List;
import org.wardlight.events.VitalCatalogue;
import org.wardlight.ingest.decoding.Delivery;
import org.wardlight.ingest.decoding.MessageDecoder;

/** The decoder of native messages. */
final class DecoderAlone implements Stage {

    private static final int PAYLOAD_LIMIT = 262_144;

    private final MessageDecoder decoder = new MessageDecoder(VitalCatalogue.standard(), PAYLOAD_LIMIT);
    private final List<byte[]> payloads;

    DecoderAlone(Messages messages) {
        this.payloads = messages.payloads();
    }

    @Override
    public Cost round() {
        Cost before = Cost.now();
        for (int i = 0; i < payloads.size(); i++) {
            decoder.decode(
                    new Delivery(Messages.topic(i), "application/x-protobuf", false, payloads.get(i), Instant.now()));
        }
        return before.since();
    }
}
