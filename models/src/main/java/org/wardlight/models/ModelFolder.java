package org.wardlight.models;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.wardlight.models.manifest.Manifest;
import org.wardlight.models.manifest.ManifestReader;

/** A model on disk: {@code manifest.json}, the ONNX file that it names, {@code card.md}. */
public final class ModelFolder {

    /** The models that come with Wardlight. */
    public static final List<String> SHIPPED = List.of("sepsis-6h-wearable", "anomaly");

    static final String MANIFEST = "manifest.json";
    private static final String CARD = "card.md";
    private static final long MOST_BYTES = 64L << 20;

    private final Path folder;

    /** The model in this folder. */
    public ModelFolder(Path folder) {
        this.folder = folder;
    }

    /** Copies the models that come with Wardlight below a folder, each into one of its name. What is there is replaced. */
    public static void copyShipped(Path into) throws IOException {
        for (String id : SHIPPED) {
            Path folder = Files.createDirectories(into.resolve(id));
            for (String file : List.of(MANIFEST, "model.onnx", CARD)) {
                try (InputStream content = ModelFolder.class.getResourceAsStream("shipped/" + id + "/" + file)) {
                    if (content == null) {
                        throw new IOException("the build lacks " + file + " of " + id);
                    }
                    Files.write(folder.resolve(file), content.readAllBytes());
                }
            }
        }
    }

    /**
     * Reads what the model says of itself.
     *
     * @throws ModelFailure when it cannot be read or used
     */
    public Manifest manifest() {
        try {
            Manifest manifest = ManifestReader.read(bytes(MANIFEST));
            if (!manifest.id().equals(String.valueOf(folder.getFileName()))) {
                throw new ModelFailure("its manifest says id \"" + manifest.id() + "\", its folder another name");
            }
            return manifest;
        } catch (IllegalArgumentException e) {
            throw new ModelFailure(String.valueOf(e.getMessage()), e);
        }
    }

    /**
     * Reads the ONNX file.
     *
     * @throws ModelFailure when it is not the one that the manifest was written for
     */
    public byte[] graph(Manifest manifest) {
        byte[] graph = bytes(manifest.file());
        String found = sha256(graph);
        if (!found.equals(manifest.sha256())) {
            throw new ModelFailure("the SHA-256 of " + manifest.file() + " is " + found.substring(0, 12)
                    + "..., in its manifest " + manifest.sha256().substring(0, 12) + "...");
        }
        return graph;
    }

    /** The card for people; empty when there is none. */
    public String card() {
        try {
            return Files.exists(folder.resolve(CARD)) ? Files.readString(folder.resolve(CARD)) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] bytes(String name) {
        Path file = folder.resolve(name);
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new ModelFailure(name + " is larger than " + (MOST_BYTES >> 20) + " MB");
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new ModelFailure(name + " cannot be read (" + e.getClass().getSimpleName() + ")", e);
        }
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
