/**
 * The store of trends: an InfluxDB or a QuestDB. Lines enter, an answer leaves: accepted, refused, or try again and why. Also
 * makes tables, finds buckets and removes what was kept long enough. Read {@link org.wardlight.trends.store.TrendStore}
 * first.
 */
@NullMarked
package org.wardlight.trends.store;

import org.jspecify.annotations.NullMarked;
