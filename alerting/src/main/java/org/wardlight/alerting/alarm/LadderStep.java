package org.wardlight.alerting.alarm;

/**
 * One rung of a ladder.
 *
 * @param role for example "nurse of the bed"
 * @param receiver name of the receiver that the page goes to
 * @param secondReceiver name of the receiver that takes the same page when there is no receipt; empty when there is none
 * @param person how staff are called on screen; may be empty
 */
public record LadderStep(String role, String receiver, String secondReceiver, String person) {

    /** A rung whose receiver has no second channel. */
    public LadderStep(String role, String receiver, String person) {
        this(role, receiver, "", person);
    }

    /** Who is asked, as shown on screen. */
    public String recipient() {
        return person.isEmpty() ? role : person;
    }

    LadderStep withSecondReceiver(String name) {
        return new LadderStep(role, receiver, name, person);
    }

    LadderStep withPerson(String other) {
        return new LadderStep(role, receiver, secondReceiver, other);
    }

    boolean hasSecondReceiver() {
        return !secondReceiver.isEmpty() && !secondReceiver.equals(receiver);
    }

    LadderStep onSecondChannel() {
        return new LadderStep(role, secondReceiver, "", person);
    }
}
