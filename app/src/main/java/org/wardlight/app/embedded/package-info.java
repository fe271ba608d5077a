/**
 * The servers of the demonstration, inside our own JVM: an MQTT broker and a one-node Kafka. A folder and a port enter, a
 * running server leaves. Loopback only, no authentication, nothing replicated: never for patients. Read
 * {@link org.wardlight.app.embedded.EmbeddedKafka} first.
 */
@NullMarked
package org.wardlight.app.embedded;

import org.jspecify.annotations.NullMarked;
