package org.wardlight.models.news2;

/** Whether a patient breathes room air or is given oxygen, by any device at any flow. */
public enum Oxygen {
    /** Room air. */
    AIR,
    /** Supplemental oxygen. */
    SUPPLEMENTAL;

    /** Air at a flow of 0 L/min, oxygen above. Range 0-80 L/min. */
    public static Oxygen ofFlow(double litresPerMinute) {
        return litresPerMinute > 0 ? SUPPLEMENTAL : AIR;
    }

    /** Air at 21 % inspired oxygen, oxygen above. Range 21-100 %. */
    public static Oxygen ofInspired(double percent) {
        return Rounding.toInt(percent) > 21 ? SUPPLEMENTAL : AIR;
    }
}
