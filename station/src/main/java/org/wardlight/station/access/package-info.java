/**
 * Who is asking, and what they may do. In come a password or a cookie, out comes an
 * {@link org.wardlight.station.access.Actor} or nobody. Read {@link org.wardlight.station.access.Sessions} first.
 */
@NullMarked
package org.wardlight.station.access;

import org.jspecify.annotations.NullMarked;
