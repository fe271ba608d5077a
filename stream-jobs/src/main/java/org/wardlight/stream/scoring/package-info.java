/**
 * Trained models in the job. {@link org.wardlight.stream.scoring.PatientQuestions} asks what falls due of a patient, {@link
 * org.wardlight.stream.scoring.QuestionScoring} answers many patients together, {@link org.wardlight.stream.scoring.Advisory}
 * makes a condition of what stays high. All three are plain; the operators around them are thin.
 */
@NullMarked
package org.wardlight.stream.scoring;

import org.jspecify.annotations.NullMarked;
