/** The reference of all conditions as a page, written from the data and constants that the job judges by. */
@NullMarked
package org.wardlight.stream.rulebook;

import org.jspecify.annotations.NullMarked;
