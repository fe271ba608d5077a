package org.wardlight.stream.scoring;

/** What a model said of a patient; or that the stay is over. */
public class ModelAnswer {
    /** Pseudonym of the stay. */
    public String patientRef = "";
    /** Name of the model; empty when the stay is over. */
    public String modelId = "";
    /** The moment, ingest clock, ms. */
    public long timeMillis;
    /** Score as bytes; empty when the stay is over. */
    public byte[] score = new byte[0];
    /** The newest reading that entered, as bytes of a DecidingReading. */
    public byte[] lastReading = new byte[0];

    /** For the serializer. */
    public ModelAnswer() {}

    /** Whether it says that the stay is over. */
    boolean isOver() {
        return modelId.isEmpty();
    }
}
