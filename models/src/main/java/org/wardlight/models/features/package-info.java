/**
 * The numbers that models are fed with, computed in one place for the running job, for training and for evaluation. A
 * patient's history enters, a row of floats leaves, in the order of a {@link org.wardlight.models.features.FeatureLayout}.
 * Begin with {@link org.wardlight.models.features.FeatureRows}.
 */
@NullMarked
package org.wardlight.models.features;

import org.jspecify.annotations.NullMarked;
