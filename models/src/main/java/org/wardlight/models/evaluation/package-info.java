/**
 * How good a score is on recorded stays. Stays enter as they were published, hour by hour rows of features, scores and the
 * measures of the field leave. Begin with {@link org.wardlight.models.evaluation.StayFiles} and {@link
 * org.wardlight.models.evaluation.Evaluation}.
 */
@NullMarked
package org.wardlight.models.evaluation;

import org.jspecify.annotations.NullMarked;
