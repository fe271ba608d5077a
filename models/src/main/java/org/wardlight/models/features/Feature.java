package org.wardlight.models.features;

/**
 * One number of a row.
 *
 * @param input what it looks at
 * @param statistic what of its history; {@link Statistic#NOW} for an input without one
 */
public record Feature(ModelInput input, Statistic statistic) {

    /** @throws IllegalArgumentException when the input has no such statistic */
    public Feature {
        if (input.vitals().isEmpty() && statistic != Statistic.NOW) {
            throw new IllegalArgumentException(input.id() + " has no history, so there is no " + statistic.id());
        }
    }

    /**
     * Reads a name such as {@code heart-rate.slope-6h} or {@code age-years}.
     *
     * @throws IllegalArgumentException saying what is wrong with it
     */
    public static Feature parse(String name) {
        int dot = name.indexOf('.');
        if (dot >= 0) {
            return new Feature(ModelInput.byId(name.substring(0, dot)), Statistic.byId(name.substring(dot + 1)));
        }
        Feature plain = new Feature(ModelInput.byId(name), Statistic.NOW);
        if (!plain.isPlain()) {
            throw new IllegalArgumentException(name + " lacks its statistic, for example " + name + ".now");
        }
        return plain;
    }

    /** The name in a manifest. */
    public String name() {
        return isPlain() ? input.id() : input.id() + "." + statistic.id();
    }

    private boolean isPlain() {
        return input == ModelInput.AGE || input == ModelInput.HOURS_OBSERVED;
    }
}
