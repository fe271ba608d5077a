/**
 * MQTT in, Kafka out. {@link org.wardlight.ingest.bridge.MqttBridge} keeps one connection to the broker; what arrives goes
 * through {@link org.wardlight.ingest.bridge.Intake}, and the broker gets its acknowledgement only after Kafka gave its
 * own. When Kafka refuses, the connection is dropped: the broker keeps what was not acknowledged. Read MqttBridge first.
 */
@NullMarked
package org.wardlight.ingest.bridge;

import org.jspecify.annotations.NullMarked;
