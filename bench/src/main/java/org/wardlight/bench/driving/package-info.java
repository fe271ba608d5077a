/** Publishers and the receiver of pages, in one process and on one clock. Begin with {@link org.wardlight.bench.driving.OpenLoop}. */
@NullMarked
package org.wardlight.bench.driving;

import org.jspecify.annotations.NullMarked;
