/**
 * {@code wardlight ward}: who lies where, from a shell. In come the words of a person, out go requests to the station,
 * which decides; nothing is changed here. Read {@link org.wardlight.app.ward.WardCommand} first.
 */
@NullMarked
package org.wardlight.app.ward;

import org.jspecify.annotations.NullMarked;
