/**
 * The nurses' station. In come the topics of the ward and the commands of people; out go the register records, the live
 * board and acknowledgements to alerting. It knows no clinical rule. Read {@link org.wardlight.station.StationApp} first.
 */
@NullMarked
package org.wardlight.station;

import org.jspecify.annotations.NullMarked;
