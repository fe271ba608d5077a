/**
 * Brings Flink's own figures into the registry that Wardlight exposes.
 */
@NullMarked
package org.wardlight.stream.flinkmetrics;

import org.jspecify.annotations.NullMarked;
