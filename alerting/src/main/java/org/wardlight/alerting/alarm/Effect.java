package org.wardlight.alerting.alarm;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.wardlight.events.v1.AlarmEvent;
import org.wardlight.events.v1.AlarmTransition;

/** What a decision asks the outside world to do; carried out in the transaction that stores the next state. */
public sealed interface Effect {

    /** Tell everybody. */
    record Publish(AlarmEvent event) implements Effect {}

    /**
     * Ask a person.
     *
     * @param pageId the same for every repeat of this page: alarm, level, number within the alarm
     * @param level rung of the ladder, from 1
     * @param alarm the alarm when the page was decided
     * @param reminderOf the earlier page that this one repeats
     * @param at when it was decided, ward time
     */
    record Page(
            String pageId,
            int level,
            LadderStep step,
            AlarmFacts alarm,
            @Nullable String reminderOf,
            Instant at) implements Effect {

        /** Whether it goes to the whole unit because nobody has answered. */
        public boolean isToEverybody() {
            return step.role().equals(Escalation.WHOLE_UNIT);
        }
    }

    /** A page had no receipt on any channel of this receiver: that is an alarm of its own. */
    record Undelivered(String receiver) implements Effect {}

    /** Nobody is asked, and why. */
    record NotPaged(WithheldReason reason) implements Effect {}

    /** Wake this alarm at a time. */
    record StartTimer(int timer, Instant due) implements Effect {}

    /** No longer wake it. */
    record CancelTimer(int timer) implements Effect {}

    /** Keep it in the audit only: the alarm is closed and says nothing more. */
    record Note(AlarmTransition what, String why) implements Effect {}
}
