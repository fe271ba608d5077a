/**
 * May a reading be believed? By what the device says of it, by motion, and by how far it lies from the one before. Pure. What is
 * not believed is counted and held back from limits and scores; it is never replaced.
 */
@NullMarked
package org.wardlight.stream.quality;

import org.jspecify.annotations.NullMarked;
