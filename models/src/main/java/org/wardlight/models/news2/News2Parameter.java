package org.wardlight.models.news2;

/** The seven parameters of the score, in the order of the chart. */
public enum News2Parameter {
    RESPIRATORY_RATE("respiratory-rate", 3),
    SPO2("spo2", 3),
    OXYGEN("oxygen", 2),
    SYSTOLIC_PRESSURE("systolic-pressure", 3),
    PULSE("pulse", 3),
    CONSCIOUSNESS("consciousness", 3),
    TEMPERATURE("temperature", 3);

    private final String id;
    private final int mostPoints;

    News2Parameter(String id, int mostPoints) {
        this.id = id;
        this.mostPoints = mostPoints;
    }

    /** As it stands in records and on screen. */
    public String id() {
        return id;
    }

    /** The most it can add to the score: 3, or 2 for oxygen. */
    public int mostPoints() {
        return mostPoints;
    }
}
