/** What was sent, what every public edge shows of it, and the checks over both. Begin with {@link org.wardlight.bench.ledger.Checks}. */
@NullMarked
package org.wardlight.bench.ledger;

import org.jspecify.annotations.NullMarked;
