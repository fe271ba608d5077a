/**
 * From an MQTT payload to an observation, or to a rejection with its reason. In: topic, content type and bytes. Out: a
 * {@link org.wardlight.ingest.decoding.Decoded}. Pure: no network, no clock. One bad measurement rejects its whole message.
 * Read {@link org.wardlight.ingest.decoding.MessageDecoder} first.
 */
@NullMarked
package org.wardlight.ingest.decoding;

import org.jspecify.annotations.NullMarked;
