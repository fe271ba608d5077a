/** What the devices of a benchmark send: every value a pure function of seed, bed and number. Begin with {@link org.wardlight.bench.workload.Workload}. */
@NullMarked
package org.wardlight.bench.workload;

import org.jspecify.annotations.NullMarked;
