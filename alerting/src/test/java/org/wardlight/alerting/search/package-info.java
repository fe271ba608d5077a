/** An exhaustive search of what can happen to an alarm, its timers, its pages and the processes that handle them. */
@NullMarked
package org.wardlight.alerting.search;

import org.jspecify.annotations.NullMarked;
