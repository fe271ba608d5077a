/** Whether state that an earlier version saved can still be read: {@link org.wardlight.stream.savepoint.SavepointIT}. */
@NullMarked
package org.wardlight.stream.savepoint;

import org.jspecify.annotations.NullMarked;
