/**
 * From the log to the store. Records of windows, scores and alarm events enter, rows leave; what cannot become a row leaves
 * as a dead letter. Read {@link org.wardlight.trends.writing.TrendWriter} first, then {@code Batch}.
 */
@NullMarked
package org.wardlight.trends.writing;

import org.jspecify.annotations.NullMarked;
