package org.wardlight.alerting.alarm;

/**
 * Where a patient lies.
 *
 * @param wardId empty when unknown
 * @param bedId empty when unknown, or for what is about the whole ward
 */
public record Place(String wardId, String bedId) {

    /** The register has not told yet. */
    public static final Place UNKNOWN = new Place("", "");

    boolean isKnown() {
        return !wardId.isEmpty() || !bedId.isEmpty();
    }
}
