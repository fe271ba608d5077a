/**
 * The HTTP face of the station: pages, REST, event streams. In come requests, each let through by
 * {@link org.wardlight.station.web.Access}; out go the records of the board as JSON, as {@code openapi.yaml} says. Read
 * {@link org.wardlight.station.web.StationHttp} first.
 */
@NullMarked
package org.wardlight.station.web;

import org.jspecify.annotations.NullMarked;
