/**
 * Recordings of real patients, played by devices. Enters: a zip of a published data set as its users fetched it (nothing of
 * it is part of this project), or a table of one's own with a mapping file. Leaves: what they declare of a device, and recordings that give the readings of any moment of a run, with missing ones marked as
 * missing. Read {@link org.wardlight.simulators.recording.Recordings} first.
 */
@NullMarked
package org.wardlight.simulators.recording;

import org.jspecify.annotations.NullMarked;
