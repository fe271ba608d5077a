/** The job against a second implementation of the clinical rules. */
@NullMarked
package org.wardlight.stream.differential;

import org.jspecify.annotations.NullMarked;
