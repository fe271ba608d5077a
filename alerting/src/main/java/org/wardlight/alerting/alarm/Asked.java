package org.wardlight.alerting.alarm;

import org.jspecify.annotations.Nullable;
import org.wardlight.events.v1.Responsibility;

/**
 * Who has been asked, and what came of it.
 *
 * @param level the rung asked last, 0 when nobody; one above the last when the whole unit was
 * @param pages how many pages this alarm has sent
 * @param recipient who was asked last
 * @param responsibility whose turn it is
 * @param secondChannel whether the page sent last went out on its receiver's second channel as well
 * @param held why nobody is asked for a while
 * @param nextMillis when somebody is asked next, ward time
 */
public record Asked(
        int level,
        int pages,
        String recipient,
        Responsibility responsibility,
        boolean secondChannel,
        @Nullable WithheldReason held,
        @Nullable Long nextMillis) {

    static final Asked NOBODY = new Asked(0, 0, "", Responsibility.RESPONSIBILITY_NONE, false, null, null);

    /** Whether a page is out that nobody has answered. */
    boolean isOpen() {
        return responsibility == Responsibility.RESPONSIBILITY_SENT
                || responsibility == Responsibility.RESPONSIBILITY_DELIVERED;
    }

    /** A page to this recipient on this level, on its first channel. */
    Asked asking(int nextLevel, String nextRecipient, Responsibility next) {
        return new Asked(nextLevel, pages + 1, nextRecipient, next, false, null, nextMillis);
    }

    /** Nobody is asked, for a while or at all. */
    Asked askingNobody(@Nullable WithheldReason why) {
        return new Asked(0, pages, "", Responsibility.RESPONSIBILITY_NONE, false, why, null);
    }

    Asked withNext(@Nullable Long next) {
        return new Asked(level, pages, recipient, responsibility, secondChannel, held, next);
    }

    Asked withResponsibility(Responsibility next) {
        return new Asked(level, pages, recipient, next, secondChannel, null, nextMillis);
    }

    Asked withSecondChannel() {
        return new Asked(level, pages, recipient, responsibility, true, held, nextMillis);
    }

    Asked withFurtherPage() {
        return new Asked(level, pages + 1, recipient, responsibility, secondChannel, held, nextMillis);
    }
}
