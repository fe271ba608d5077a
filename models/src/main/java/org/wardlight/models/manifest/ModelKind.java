package org.wardlight.models.manifest;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.wardlight.events.v1.ScoreKind;

/** What a model's value means. */
public enum ModelKind {
    /** The probability of its outcome within its horizon. */
    @JsonProperty("deterioration")
    DETERIORATION(ScoreKind.DETERIORATION),
    /** How unlike the patient's own last minutes these are, 0 to 1. */
    @JsonProperty("anomaly")
    ANOMALY(ScoreKind.ANOMALY);

    private final ScoreKind record;

    ModelKind(ScoreKind record) {
        this.record = record;
    }

    /** As records say it. */
    public ScoreKind inRecords() {
        return record;
    }
}
