/**
 * Finds the checkpoint to start from: the newest one that is whole.
 */
@NullMarked
package org.wardlight.stream.checkpoint;

import org.jspecify.annotations.NullMarked;
