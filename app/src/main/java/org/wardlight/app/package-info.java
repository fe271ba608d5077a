/**
 * The {@code wardlight} command. What a person types enters; exit codes and plain lines leave. It is the only module that
 * knows every other one: it runs the roles in one JVM or one by one, and holds the tools around them. Read
 * {@link org.wardlight.app.Main} first.
 */
@NullMarked
package org.wardlight.app;

import org.jspecify.annotations.NullMarked;
