/**
 * Reads topics for the board. In come Kafka records, out go decoded ones to whoever was named for the topic. No consumer
 * group: every station reads everything. Read {@link org.wardlight.station.feed.TopicFeed} first.
 */
@NullMarked
package org.wardlight.station.feed;

import org.jspecify.annotations.NullMarked;
