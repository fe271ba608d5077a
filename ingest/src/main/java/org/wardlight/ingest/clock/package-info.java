/**
 * The ingest clock. Whatever enters {@code observation.raw} goes through {@link org.wardlight.ingest.clock.ClockedLog},
 * which stamps and sends under one lock, so that time within a partition never goes back,
 * nor stands still when the machine's clock is set back;
 * {@link org.wardlight.ingest.clock.IngestClock} keeps time moving with ticks when no device speaks. Read ClockedLog first.
 */
@NullMarked
package org.wardlight.ingest.clock;

import org.jspecify.annotations.NullMarked;
