/**
 * What an engineer watches: meters, health, what the process uses. The roles' meters and problems enter; {@code /metrics}
 * and {@code /healthz} leave. Read {@link org.wardlight.app.operations.OpsServer} first.
 */
@NullMarked
package org.wardlight.app.operations;

import org.jspecify.annotations.NullMarked;
