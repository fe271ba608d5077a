/**
 * The whole ward in one process: broker, Kafka, Flink and every role as in production, on this machine only. A command line
 * enters; a running ward, its address and, at the end, what became of every message leave. Read {@link
 * org.wardlight.app.demo.EmbeddedWard} first.
 */
@NullMarked
package org.wardlight.app.demo;

import org.jspecify.annotations.NullMarked;
