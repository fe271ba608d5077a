package org.wardlight.stream.scoring;

import java.util.ArrayList;
import java.util.List;

/** What one model is asked about one patient at one moment; or why it is not asked; or that the stay is over. */
public class ModelQuestion {
    /** Pseudonym of the stay. */
    public String patientRef = "";
    /** Where the patient lies. */
    public String site = "";
    /** Name of the model; empty when the stay is over. */
    public String modelId = "";
    /** The moment, ingest clock, ms. */
    public long timeMillis;
    /** Features now. */
    public float[] row = new float[0];
    /** Features as they usually are with this patient. */
    public float[] usual = new float[0];
    /** For people: where the inputs are. */
    public List<InputLevel> levels = new ArrayList<>();
    /** Share of the required inputs that are known and fresh, 0-1. */
    public double completeness;
    /** Number of the ScoreFailure; 0 when it is to be asked. */
    public int failure;
    /** Why it is not asked, for people. */
    public String refusal = "";
    /** The newest reading that entered, as bytes of a DecidingReading. */
    public byte[] lastReading = new byte[0];

    /** For the serializer. */
    public ModelQuestion() {}

    /** Whether it says that the stay is over. */
    boolean isOver() {
        return modelId.isEmpty();
    }
}
