/** A ward in a process of its own, driven once and measured. Begin with {@link org.wardlight.bench.lane.Lane}. */
@NullMarked
package org.wardlight.bench.lane;

import org.jspecify.annotations.NullMarked;
