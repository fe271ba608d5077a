package org.wardlight.alerting.alarm;

import java.util.Optional;

/** An alarm that is not closed. */
public sealed interface OpenAlarm extends Alarm permits Calling, ActiveAcknowledged {

    /** What is known of it. */
    AlarmFacts known();

    /** The same state with other facts. */
    OpenAlarm with(AlarmFacts facts);

    @Override
    default Optional<AlarmFacts> facts() {
        return Optional.of(known());
    }
}
