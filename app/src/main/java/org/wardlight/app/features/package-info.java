/**
 * {@code wardlight features}: the rows that models are trained on, computed from recordings by the code that the job runs.
 * {@link org.wardlight.app.features.FeaturesCommand} reads and writes, {@link org.wardlight.app.features.Disturbance} makes
 * the anomalies that recordings of people lack.
 */
@NullMarked
package org.wardlight.app.features;

import org.jspecify.annotations.NullMarked;
