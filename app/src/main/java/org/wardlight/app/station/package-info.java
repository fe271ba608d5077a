/**
 * How the tools talk to a station: whose address, as whom, and its refusals as sentences. Read {@link
 * org.wardlight.app.station.StationOption} first.
 */
@NullMarked
package org.wardlight.app.station;

import org.jspecify.annotations.NullMarked;
