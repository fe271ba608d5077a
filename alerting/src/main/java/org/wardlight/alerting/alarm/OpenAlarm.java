package org.wardlight.alerting.alarm;

import java.util.Optional;
import org.wardlight.events.v1.AlarmTransition;

/** An alarm that is not closed. */
public sealed interface OpenAlarm extends Alarm permits ActiveUnacknowledged, ActiveAcknowledged, Latched {

    /** What is known of it. */
    AlarmFacts known();

    /** The same state with other facts. */
    OpenAlarm with(AlarmFacts facts);

    @Override
    default Optional<AlarmFacts> facts() {
        return Optional.of(known());
    }

    @Override
    default Decision pageDelivered(AlarmInput.PageDelivered page, Surroundings at) {
        return new Course(known(), at)
                .publish(AlarmTransition.PAGE_SENT, state(), page.pageId() + " to " + page.receiver())
                .become(this::with);
    }

    @Override
    default Decision pageFailed(AlarmInput.PageFailed page, Surroundings at) {
        String cause = page.pageId() + " to " + page.receiver() + ": " + page.reason();
        return new Course(known(), at)
                .publish(AlarmTransition.PAGE_FAILED, state(), cause)
                .become(this::with);
    }
}
