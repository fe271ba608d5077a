/**
 * How the tools find what runs on this machine: a demonstration leaves its addresses in a file that only its owner can
 * read. Read {@link org.wardlight.app.running.RunningDemo} first.
 */
@NullMarked
package org.wardlight.app.running;

import org.jspecify.annotations.NullMarked;
