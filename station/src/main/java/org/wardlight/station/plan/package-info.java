/**
 * The ward as written down in YAML: beds, patients, devices, staff, rota. In comes a file, out comes a
 * {@link org.wardlight.station.plan.WardPlan} or every problem of the file at once. Read it first.
 */
@NullMarked
package org.wardlight.station.plan;

import org.jspecify.annotations.NullMarked;
