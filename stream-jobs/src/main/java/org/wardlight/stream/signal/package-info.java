/**
 * Is the signal there at all? Arrivals enter, the loss and the return of a signal leave, judged on the ingest clock alone.
 * Read {@link org.wardlight.stream.signal.SignalWatch} first.
 */
@NullMarked
package org.wardlight.stream.signal;

import org.jspecify.annotations.NullMarked;
