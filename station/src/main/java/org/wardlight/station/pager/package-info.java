/**
 * A pager for demonstrations: a receiver of signed webhooks that shows the pages in a browser. In come the deliveries of
 * alerting, out go pages and how long each took. Read {@link org.wardlight.station.pager.DemoPager} first.
 */
@NullMarked
package org.wardlight.station.pager;

import org.jspecify.annotations.NullMarked;
