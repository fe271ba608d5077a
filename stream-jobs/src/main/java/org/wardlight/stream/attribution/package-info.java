/**
 * Whose reading is it? A device's association intervals and its own clock, corrected where it can be measured, decide
 * by the reading's own time. Read {@link org.wardlight.stream.attribution.AssociationBook} first.
 */
@NullMarked
package org.wardlight.stream.attribution;

import org.jspecify.annotations.NullMarked;
