/**
 * The monitoring job: readings in, attributed numbers, scores and alarm conditions out. {@link
 * org.wardlight.stream.MonitoringJob} shows the whole topology as the data flows; the logic stands in the sub-packages as plain
 * Java, without Flink, and thin operators call it. The job knows nothing of people: who is told about a condition is decided
 * elsewhere.
 */
@NullMarked
package org.wardlight.stream;

import org.jspecify.annotations.NullMarked;
