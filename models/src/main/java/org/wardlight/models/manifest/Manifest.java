package org.wardlight.models.manifest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wardlight.models.features.Feature;
import org.wardlight.models.features.FeatureLayout;
import org.wardlight.models.features.ModelInput;

/**
 * What a model says of itself: the file {@code manifest.json} beside it. {@code docs/models.md} has every key.
 *
 * @param id name of the model and of its folder: lower-case letters, digits, dashes
 * @param version any text; a changed model has another one
 * @param title short, for a nurse: {@code Sepsis within 6 h}
 * @param intendedUse always {@code research}
 * @param population whom it is made for
 * @param horizonHours how far it looks ahead; 0 when it does not
 * @param everySeconds how often a patient is scored
 * @param file name of the ONNX file in the same folder
 * @param sha256 of that file, hex
 * @param inputTensor name of the float tensor [N, features]
 * @param outputTensor name of the float tensor [N] or [N, 1], 0 to 1, calibrated
 * @param features columns of the input tensor, see {@code Feature}
 * @param minimumCompleteness share of the required inputs that must be known and fresh, 0 to 1
 * @param threshold from which on it speaks of a high risk, 0 to 1
 * @param advisory the condition that it raises once it is promoted
 * @param metrics its report: figures by set of data and name
 * @param gates what the report has to show before it may page
 * @param golden rows and what the model makes of them
 */
public record Manifest(
        String id,
        String version,
        ModelKind kind,
        String title,
        String intendedUse,
        Population population,
        int horizonHours,
        int everySeconds,
        String file,
        String sha256,
        String inputTensor,
        String outputTensor,
        List<ManifestInput> inputs,
        List<String> features,
        double minimumCompleteness,
        double threshold,
        Advisory advisory,
        List<TrainingData> trainingData,
        Map<String, Map<String, Double>> metrics,
        List<Gate> gates,
        List<Golden> golden) {

    /** @throws IllegalArgumentException with every problem, by key */
    public Manifest {
        inputs = List.copyOf(inputs);
        features = List.copyOf(features);
        trainingData = List.copyOf(trainingData);
        gates = List.copyOf(gates);
        golden = List.copyOf(golden);
        List<String> problems = new ArrayList<>();
        require(problems, id.matches("[a-z0-9]+(-[a-z0-9]+)*"), "id must be lower-case words joined by dashes");
        require(problems, !version.isBlank(), "version is empty");
        require(problems, !title.isBlank() && title.length() <= 40, "title must have 1 to 40 characters");
        require(problems, intendedUse.equals("research"), "intendedUse must be \"research\"");
        require(problems, everySeconds >= 10, "everySeconds must be at least 10");
        require(problems, horizonHours >= 0, "horizonHours must not be negative");
        require(problems, file.matches("[A-Za-z0-9._-]+\\.onnx"), "file must be a plain name that ends in .onnx");
        require(problems, sha256.matches("[0-9a-f]{64}"), "sha256 must be 64 hex digits");
        require(problems, isShare(minimumCompleteness), "minimumCompleteness must lie between 0 and 1");
        require(problems, isShare(threshold), "threshold must lie between 0 and 1");
        require(problems, !gates.isEmpty(), "gates are empty: say what the report has to show");
        checkColumns(inputs, features, problems);
        checkGolden(features, golden, problems);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", problems));
        }
    }

    /** The columns of its rows. */
    public FeatureLayout layout() {
        return FeatureLayout.parse(features);
    }

    /** As score records name the policy. */
    public String policy() {
        return id + "/" + version;
    }

    /** Why its report does not let it page anybody; empty when it does. */
    public List<String> refusals() {
        return gates.stream()
                .map(gate -> gate.refusal(metrics))
                .flatMap(Optional::stream)
                .toList();
    }

    /** What people call an input; its id when the manifest does not say. */
    public String labelOf(String inputId) {
        return inputs.stream()
                .filter(known -> known.id().equals(inputId))
                .map(ManifestInput::label)
                .findFirst()
                .orElse(inputId);
    }

    private static boolean isShare(double value) {
        return value >= 0 && value <= 1;
    }

    private static void require(List<String> problems, boolean good, String problem) {
        if (!good) {
            problems.add(problem);
        }
    }

    private static void checkColumns(List<ManifestInput> inputs, List<String> features, List<String> problems) {
        Set<String> declared =
                new HashSet<>(inputs.stream().map(ManifestInput::id).toList());
        for (String id : declared) {
            try {
                ModelInput.byId(id);
            } catch (IllegalArgumentException e) {
                problems.add("inputs: " + e.getMessage());
            }
        }
        try {
            String undeclared = FeatureLayout.parse(features).features().stream()
                    .map(Feature::input)
                    .distinct()
                    .filter(input -> input != ModelInput.SHOCK_INDEX && !declared.contains(input.id()))
                    .map(ModelInput::id)
                    .collect(Collectors.joining(", "));
            require(problems, undeclared.isEmpty(), "features use what inputs do not declare: " + undeclared);
        } catch (IllegalArgumentException e) {
            problems.add("features: " + e.getMessage());
        }
        require(problems, inputs.stream().anyMatch(ManifestInput::required), "inputs: none is required");
    }

    private static void checkGolden(List<String> features, List<Golden> golden, List<String> problems) {
        require(problems, !golden.isEmpty(), "golden is empty: give rows and what the model makes of them");
        require(
                problems,
                golden.stream().allMatch(row -> row.features().size() == features.size()),
                "golden: each row needs one number for each of the features");
    }

    /** Whom it is made for; null is anybody. */
    public record Population(@Nullable Integer minimumAgeYears) {}

    /**
     * The condition of a promoted model; its severity is medium.
     *
     * @param onDelaySeconds how long the value must stay at or above the threshold
     * @param offDelaySeconds how long it must stay below
     */
    public record Advisory(int onDelaySeconds, int offDelaySeconds) {}

    /** Recordings that it was trained on, and how they were split. */
    public record TrainingData(
            String name, String licence, String citation, String split, long stays, long rows, long events) {}

    /** A row, null where missing, and what the model makes of it. */
    public record Golden(List<@Nullable Float> features, double output) {

        /** As the model is asked: missing is NaN. */
        public float[] row() {
            float[] row = new float[features.size()];
            for (int i = 0; i < row.length; i++) {
                Float value = features.get(i);
                row[i] = value == null ? Float.NaN : value;
            }
            return row;
        }
    }
}
