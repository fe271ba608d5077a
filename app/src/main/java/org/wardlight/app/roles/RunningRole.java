package org.wardlight.app.roles;

import java.util.Map;
import java.util.function.Supplier;

/**
 * A role at work.
 *
 * @param name {@code ingest}, {@code job}, {@code alerting}, {@code station} or {@code canary}
 * @param problems what is wrong with it now, part to sentence; empty when nothing is
 * @param handle closing it ends the role
 * @param detail where it can be found, for the person who started it; may be empty
 */
public record RunningRole(String name, Supplier<Map<String, String>> problems, AutoCloseable handle, String detail) {}
