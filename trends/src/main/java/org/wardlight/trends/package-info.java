/**
 * Trends: what is drawn for hours and days. Windows, scores and alarm events enter by Kafka and go to a time series store;
 * charts read them back. A consumer group of its own, so that no alarm ever waits for a store. Read {@link
 * org.wardlight.trends.TrendsApp} first, then {@link org.wardlight.trends.schema.TrendSchema}.
 */
@NullMarked
package org.wardlight.trends;

import org.jspecify.annotations.NullMarked;
