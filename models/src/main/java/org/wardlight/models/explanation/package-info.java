/** Why a model says what it says: {@link org.wardlight.models.explanation.Occlusion}. */
@NullMarked
package org.wardlight.models.explanation;

import org.jspecify.annotations.NullMarked;
