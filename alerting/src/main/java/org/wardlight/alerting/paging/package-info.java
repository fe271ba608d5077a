/**
 * Pages on their way to people. Rows of the outbox enter; signed webhook requests leave; what became of each goes back to
 * the desk. Each receiver has its own threads, so that a slow one delays nobody else. Read {@link
 * org.wardlight.alerting.paging.Pager} first.
 */
@NullMarked
package org.wardlight.alerting.paging;

import org.jspecify.annotations.NullMarked;
