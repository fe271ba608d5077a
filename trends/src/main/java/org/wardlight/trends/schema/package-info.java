/**
 * What a row of a trend is: windows, scores and alarm events enter, points in the line protocol of InfluxDB leave. The same
 * fact always becomes the same row, so it may be written any number of times. Read {@link
 * org.wardlight.trends.schema.TrendSchema} first.
 */
@NullMarked
package org.wardlight.trends.schema;

import org.jspecify.annotations.NullMarked;
