/**
 * Puts the messages of one device into the order in which it counted them, once each. Numbered messages enter; a verdict
 * leaves: use it now, hold it a moment, it was overtaken, it is a repeat. Read {@link
 * org.wardlight.stream.sequence.SequenceOrder} first.
 */
@NullMarked
package org.wardlight.stream.sequence;

import org.jspecify.annotations.NullMarked;
