/**
 * Messages that ingest could not use. Records of the rejected topic enter; lines for an engineer leave, with what a
 * stranger sent made harmless. Read {@link org.wardlight.app.deadletters.DeadLetterReader} first.
 */
@NullMarked
package org.wardlight.app.deadletters;

import org.jspecify.annotations.NullMarked;
