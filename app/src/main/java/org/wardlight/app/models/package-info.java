/** {@code wardlight model}: which models there are, whether one can be used, and how good it is on recorded stays. */
@NullMarked
package org.wardlight.app.models;

import org.jspecify.annotations.NullMarked;
