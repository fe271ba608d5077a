package org.wardlight.stream.scoring;

/** Where one input of a model is with a patient, in its unit; NaN is unknown. */
public class InputLevel {
    /** Id of the ModelInput. */
    public String input = "";
    /** Level now. */
    public double now = Double.NaN;
    /** The patient's usual level. */
    public double usual = Double.NaN;
    /** Change per hour over the last hours. */
    public double changePerHour = Double.NaN;

    /** For the serializer. */
    public InputLevel() {}
}
