/**
 * Protobuf records as Flink sees them: between operators and in Kafka. No Kryo, no second set of classes.
 */
@NullMarked
package org.wardlight.stream.protobuf;

import org.jspecify.annotations.NullMarked;
