/**
 * What the ward looks like now. In come the records of the topics, in any order and more than once; out come the tiles,
 * alarms and counts of the board, as the browser reads them. Pure: no Kafka, no HTTP. Read
 * {@link org.wardlight.station.board.Board} first.
 */
@NullMarked
package org.wardlight.station.board;

import org.jspecify.annotations.NullMarked;
