/** What has to come of a workload, computed from the clinical rules by code that shares nothing with production. */
@NullMarked
package org.wardlight.bench.reference;

import org.jspecify.annotations.NullMarked;
