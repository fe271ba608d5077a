package org.wardlight.stream.scoring;

import java.util.List;

/** The models that a subtask asks. */
public final class ModelSpecs {

    /** No model. */
    public static final ModelSpecs NONE = new ModelSpecs(List.of());

    private final List<ModelSpec> specs;

    ModelSpecs(List<ModelSpec> specs) {
        this.specs = List.copyOf(specs);
    }

    List<ModelSpec> specs() {
        return specs;
    }
}
