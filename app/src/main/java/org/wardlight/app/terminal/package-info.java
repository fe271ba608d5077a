/**
 * What a person sees at the terminal: plain lines, steps with their times, one sentence and an advice when something
 * failed. No escape codes where nobody can see them. Read {@link org.wardlight.app.terminal.Terminal} first.
 */
@NullMarked
package org.wardlight.app.terminal;

import org.jspecify.annotations.NullMarked;
