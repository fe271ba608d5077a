package org.wardlight.station.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** The OpenAPI document, and what it says of a response. */
final class Contract {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    private final JsonNode document;

    Contract(String yaml) throws IOException {
        document = new ObjectMapper(new YAMLFactory()).readTree(yaml);
    }

    /** Every operation, spelled {@code GET /path/{name}}. */
    Set<String> operations() {
        Set<String> operations = new TreeSet<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().fieldNames().forEachRemaining(method -> {
                    if (METHODS.contains(method)) {
                        operations.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey());
                    }
                }));
        return operations;
    }

    /** What is wrong with a response to an operation; nothing is right. */
    List<String> violations(String operation, TestStation.Answer answer) throws IOException {
        int space = operation.indexOf(' ');
        JsonNode response = document.path("paths")
                .path(operation.substring(space + 1))
                .path(operation.substring(0, space).toLowerCase(Locale.ROOT))
                .path("responses")
                .path(Integer.toString(answer.status()));
        if (response.isMissingNode()) {
            return List.of(operation + " may not answer " + answer.status());
        }
        if (response.has("$ref")) {
            response = document.at(response.path("$ref").asText().substring(1));
        }
        JsonNode content = response.path("content");
        if (content.isMissingNode()) {
            return answer.text().isEmpty() ? List.of() : List.of(operation + " must have no body");
        }
        String type = answer.header("Content-Type").split(";", -1)[0].trim();
        if (!content.has(type)) {
            return List.of(operation + " may not answer with type " + type);
        }
        boolean json = type.endsWith("json");
        return json ? violations(content.path(type).path("schema"), answer.json()) : List.of();
    }

    /** What is wrong with a value that should be of the named schema. */
    List<String> violations(String schema, JsonNode value) {
        ObjectNode ref = new ObjectMapper().createObjectNode();
        ref.put("$ref", "#/components/schemas/" + schema);
        if (document.at("/components/schemas/" + schema).isMissingNode()) {
            return List.of("no schema " + schema);
        }
        return violations(ref, value);
    }

    private List<String> violations(JsonNode schema, JsonNode value) {
        // References point into the document, so the schema is judged with the components beside it.
        ObjectNode whole = schema.deepCopy();
        whole.set("components", document.path("components"));
        JsonSchema compiled =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(whole);
        List<String> violations = new ArrayList<>();
        compiled.validate(value).forEach(message -> violations.add(message.getMessage()));
        return violations;
    }
}
