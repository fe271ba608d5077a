package org.wardlight.models.manifest;

/**
 * An input of a model, as people need to know it.
 *
 * @param id of {@code ModelInput}
 * @param label short, for a nurse: {@code RR}
 * @param unit UCUM
 * @param lowest least value that it was trained on, in the unit
 * @param highest greatest value that it was trained on, in the unit
 * @param resolution how finely it is looked at: {@code hourly}, {@code 10 s}, {@code static}
 * @param freshForMinutes a reading that is older does not count as known; 0 for what does not age
 * @param required whether completeness counts it
 */
public record ManifestInput(
        String id,
        String label,
        String unit,
        double lowest,
        double highest,
        String resolution,
        int freshForMinutes,
        boolean required) {}
