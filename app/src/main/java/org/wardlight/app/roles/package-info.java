/**
 * The production roles, one process each or several in one. Names and settings enter; running roles with their meters and
 * health leave. Read {@link org.wardlight.app.roles.RunCommand} first.
 */
@NullMarked
package org.wardlight.app.roles;

import org.jspecify.annotations.NullMarked;
