/**
 * {@code wardlight bench}: a ward, or its floor, in a process of its own, driven by the {@code bench} module. {@link
 * org.wardlight.app.bench.BenchCommand} is what people call; the rest is what the other process does.
 */
@NullMarked
package org.wardlight.app.bench;

import org.jspecify.annotations.NullMarked;
