package org.wardlight.alerting.alarm;

/**
 * One rung of a ladder.
 *
 * @param role for example "nurse of the bed"
 * @param receiver name of the receiver that the page goes to
 * @param person how staff are called on screen; may be empty
 */
public record LadderStep(String role, String receiver, String person) {

    /** Who is asked, as shown on screen. */
    public String recipient() {
        return person.isEmpty() ? role : person;
    }
}
