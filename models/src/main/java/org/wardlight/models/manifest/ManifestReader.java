package org.wardlight.models.manifest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** Reads manifests. A key that nobody knows is refused: it may be a known one misspelt. */
public final class ManifestReader {

    private static final ObjectReader JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build()
            .readerFor(Manifest.class);

    private ManifestReader() {}

    /**
     * Reads one.
     *
     * @param json the content of {@code manifest.json}
     * @throws IllegalArgumentException saying what is wrong with it, by key
     */
    public static Manifest read(byte[] json) {
        try {
            return JSON.readValue(json);
        } catch (JsonMappingException e) {
            throw new IllegalArgumentException("manifest.json: " + problem(e), e);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("manifest.json is not JSON (" + e.getOriginalMessage() + ")", e);
        } catch (IOException e) {
            throw new IllegalArgumentException("manifest.json cannot be read", e);
        }
    }

    private static String problem(JsonMappingException e) {
        Throwable cause = e.getCause();
        if (cause instanceof IllegalArgumentException) {
            return String.valueOf(cause.getMessage());
        }
        if (cause instanceof NullPointerException) {
            return "a key is missing; docs/models.md lists them";
        }
        List<JsonMappingException.Reference> path = e.getPath();
        String key = path.stream()
                .map(part -> part.getFieldName() == null ? "[" + part.getIndex() + "]" : part.getFieldName())
                .collect(Collectors.joining("."));
        return key + ": " + e.getOriginalMessage();
    }
}
