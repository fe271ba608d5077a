/**
 * What a model may look back on: the last minutes and hours of each vital of one patient, in a few kilobytes. Readings enter,
 * live or late; levels of panes and hours leave. Begin with {@link org.wardlight.models.history.VitalHistory}. The states
 * are plain Java, for whoever keeps them.
 */
@NullMarked
package org.wardlight.models.history;

import org.jspecify.annotations.NullMarked;
