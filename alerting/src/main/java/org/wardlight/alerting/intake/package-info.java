/**
 * What alerting reads from the log: alarm conditions, and the register of patients and rotas. Records enter, calls of the
 * desk and the ward register leave. Read {@link org.wardlight.alerting.intake.ConditionIntake} first.
 */
@NullMarked
package org.wardlight.alerting.intake;

import org.jspecify.annotations.NullMarked;
