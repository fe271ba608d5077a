package org.wardlight.models.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.wardlight.models.ModelFailure;
import org.wardlight.models.ScoringModel;
import org.wardlight.models.features.FeatureLayout;
import org.wardlight.models.manifest.Manifest;

/**
 * A trained model on ONNX Runtime: floats in rows of features, NaN where missing, a probability out for each. One session
 * of one thread, without spinning; rows go through a buffer outside of the heap that is used again and again.
 */
public final class OnnxModel implements ScoringModel {

    /** Rows that are scored in one call. */
    static final int BATCH = 256;

    /** What a model may make different of its golden rows: the rounding of other processors. */
    static final double TOLERANCE = 1e-5;

    private final Manifest manifest;
    private final FeatureLayout layout;
    private final OrtEnvironment environment;
    private final OrtSession session;
    private final FloatBuffer buffer;

    private OnnxModel(Manifest manifest, OrtEnvironment environment, OrtSession session) {
        this.manifest = manifest;
        this.layout = manifest.layout();
        this.environment = environment;
        this.session = session;
        this.buffer = ByteBuffer.allocateDirect(BATCH * layout.size() * Float.BYTES)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
    }

    /**
     * Opens a model and lets it score its golden rows.
     *
     * @param graph content of the ONNX file; what it refers to outside of itself is not read
     * @throws ModelFailure when it is no such model as its manifest says
     */
    public static OnnxModel open(Manifest manifest, byte[] graph) {
        OnnxModel model = DeepStack.call(() -> openHere(manifest, graph));
        try {
            model.check();
            return model;
        } catch (ModelFailure e) {
            model.close();
            throw e;
        }
    }

    private static OnnxModel openHere(Manifest manifest, byte[] graph) {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession.SessionOptions options = options()) {
            return new OnnxModel(manifest, environment, environment.createSession(graph, options));
        } catch (OrtException e) {
            throw new ModelFailure("ONNX Runtime cannot open it: " + e.getMessage(), e);
        }
    }

    private static OrtSession.SessionOptions options() throws OrtException {
        OrtSession.SessionOptions options = new OrtSession.SessionOptions();
        options.setIntraOpNumThreads(1);
        options.setInterOpNumThreads(1);
        // A thread that spins while it waits for the next batch costs more than the batch.
        options.addConfigEntry("session.intra_op.allow_spinning", "0");
        options.addConfigEntry("session.inter_op.allow_spinning", "0");
        options.setExecutionMode(OrtSession.SessionOptions.ExecutionMode.SEQUENTIAL);
        options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
        return options;
    }

    @Override
    public String id() {
        return manifest.id();
    }

    @Override
    public String version() {
        return manifest.version();
    }

    @Override
    public FeatureLayout layout() {
        return layout;
    }

    /** What it says of itself. */
    public Manifest manifest() {
        return manifest;
    }

    @Override
    public synchronized List<Outcome> score(List<float[]> rows) {
        List<Outcome> outcomes = new ArrayList<>(rows.size());
        for (int from = 0; from < rows.size(); from += BATCH) {
            outcomes.addAll(batch(rows.subList(from, Math.min(rows.size(), from + BATCH))));
        }
        return outcomes;
    }

    private List<Outcome> batch(List<float[]> rows) {
        buffer.clear();
        rows.forEach(buffer::put);
        buffer.flip();
        long[] shape = {rows.size(), layout.size()};
        try (OnnxTensor tensor = OnnxTensor.createTensor(environment, buffer, shape);
                OrtSession.Result result = session.run(Map.of(manifest.inputTensor(), tensor))) {
            OnnxTensor output = (OnnxTensor) result.get(manifest.outputTensor()).orElseThrow();
            FloatBuffer values = output.getFloatBuffer();
            if (values.remaining() != rows.size()) {
                throw new ModelFailure("it gives " + values.remaining() + " values for " + rows.size() + " rows");
            }
            return outcomes(values);
        } catch (OrtException e) {
            throw new ModelFailure("ONNX Runtime cannot run it: " + e.getMessage(), e);
        }
    }

    private static List<Outcome> outcomes(FloatBuffer values) {
        List<Outcome> outcomes = new ArrayList<>(values.remaining());
        while (values.hasRemaining()) {
            float value = values.get();
            // Also false for NaN.
            outcomes.add(value >= 0 && value <= 1 ? Outcome.of(value) : Outcome.NONE);
        }
        return outcomes;
    }

    private void check() {
        try {
            checkTensor(session.getInputInfo(), manifest.inputTensor(), layout.size(), "inputTensor");
            checkTensor(session.getOutputInfo(), manifest.outputTensor(), 1, "outputTensor");
        } catch (OrtException e) {
            throw new ModelFailure("ONNX Runtime cannot describe it: " + e.getMessage(), e);
        }
        List<Outcome> outcomes =
                score(manifest.golden().stream().map(Manifest.Golden::row).toList());
        for (int i = 0; i < outcomes.size(); i++) {
            double expected = manifest.golden().get(i).output();
            // Also true for NaN.
            if (!(Math.abs(outcomes.get(i).lower() - expected) <= TOLERANCE)) {
                throw new ModelFailure(
                        "golden row " + (i + 1) + " gives " + outcomes.get(i).lower() + ", not " + expected);
            }
        }
    }

    private static void checkTensor(Map<String, NodeInfo> tensors, String name, int columns, String key) {
        NodeInfo found = tensors.get(name);
        if (found == null || !(found.getInfo() instanceof TensorInfo info)) {
            throw new ModelFailure(key + " \"" + name + "\" is not in the graph, which has " + tensors.keySet());
        }
        long[] shape = info.getShape();
        boolean oneColumn = columns == 1 && shape.length == 1;
        if (info.type != OnnxJavaType.FLOAT || !(oneColumn || (shape.length == 2 && shape[1] == columns))) {
            throw new ModelFailure(key + " \"" + name + "\" must be float [N, " + columns + "], not " + info);
        }
    }

    @Override
    public synchronized void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new ModelFailure("ONNX Runtime cannot close it: " + e.getMessage(), e);
        }
    }
}
