/**
 * Whether this process still does its work. Loops report what keeps them from it; the role's {@code problems()} shows it.
 * Read {@link org.wardlight.alerting.health.Problems} first.
 */
@NullMarked
package org.wardlight.alerting.health;

import org.jspecify.annotations.NullMarked;
