package org.wardlight.station.register;

import org.jspecify.annotations.Nullable;
import org.wardlight.events.v1.ChartEntry;

/** An entry of a chart, and the id of the one that has replaced it. */
public record KeptEntry(ChartEntry entry, @Nullable String correctedBy) {}
