/**
 * What Wardlight's processes say to each other. The records are generated from {@code src/main/proto}; around them stand
 * the {@link org.wardlight.events.Topics}, the {@link org.wardlight.events.VitalCatalogue}, the
 * {@link org.wardlight.events.AlarmWords} and the ids that decide what counts as the same thing. Depends on the JDK and
 * protobuf only. Read {@link org.wardlight.events.Topics} first.
 */
@NullMarked
package org.wardlight.events;

import org.jspecify.annotations.NullMarked;
