/**
 * Kafka topics as code. The list in {@link org.wardlight.events.Topics} enters; created topics, or a list of differences,
 * leave. Partitions are only ever created, never changed. Read {@link org.wardlight.app.topics.TopicAdmin} first.
 */
@NullMarked
package org.wardlight.app.topics;

import org.jspecify.annotations.NullMarked;
