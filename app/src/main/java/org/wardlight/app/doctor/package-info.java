/**
 * Looks at the machine before something fails on it. Nothing enters; one line per check leaves, each bad one with what to
 * do. Read {@link org.wardlight.app.doctor.DoctorCommand} first.
 */
@NullMarked
package org.wardlight.app.doctor;

import org.jspecify.annotations.NullMarked;
