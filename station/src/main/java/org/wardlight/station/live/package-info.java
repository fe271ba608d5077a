/**
 * Carries events to browsers as they happen. In come events, out go server-sent ones to each open browser through a bounded
 * queue of its own: a slow browser is dropped and comes back to a full snapshot. Read
 * {@link org.wardlight.station.live.Broadcast} first.
 */
@NullMarked
package org.wardlight.station.live;

import org.jspecify.annotations.NullMarked;
