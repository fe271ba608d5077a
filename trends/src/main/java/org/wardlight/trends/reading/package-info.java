/**
 * What happened before: trends read back from whichever store they were written to. In come a patient and a range of time,
 * out come buckets, scores and alarm transitions, the same from every store. Read {@link
 * org.wardlight.trends.reading.TrendReader} first; {@link org.wardlight.trends.reading.InfluxQlReader} and {@link
 * org.wardlight.trends.reading.QuestDbSqlReader} differ only in how they ask.
 */
@NullMarked
package org.wardlight.trends.reading;

import org.jspecify.annotations.NullMarked;
