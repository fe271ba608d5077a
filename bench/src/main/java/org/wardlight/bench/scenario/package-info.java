/**
 * Seeded wards in which everything goes wrong that can: what the job makes of them is held against the reference. Begin with
 * {@link org.wardlight.bench.scenario.TroubledWard}.
 */
@NullMarked
package org.wardlight.bench.scenario;

import org.jspecify.annotations.NullMarked;
