/**
 * Bodies. Enters: a seed, a bed, a ward time and an illness. Leaves: the vitals at that moment, which belong together:
 * activity raises heart and breathing rate, sleep lowers them, breathing moves the heart rate. No state, no clock, no
 * device. Read {@link org.wardlight.simulators.physiology.PatientBody} first.
 */
@NullMarked
package org.wardlight.simulators.physiology;

import org.jspecify.annotations.NullMarked;
