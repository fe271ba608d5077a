package org.wardlight.stream.scoring;

import java.util.HashMap;
import java.util.Map;

/** Keyed state of {@link AdvisoryFunction}: by model. Cleared when the stay is over, or a day after the last answer. */
public class PatientAdvisories {
    /** By name of the model. */
    public Map<String, AdvisoryState> byModel = new HashMap<>();
    /** Time of the last answer, ingest clock, ms. */
    public long lastMillis;

    /** For the state serializer. */
    public PatientAdvisories() {}
}
