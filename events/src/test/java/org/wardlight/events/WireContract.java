package org.wardlight.events;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The wire contract as text, one line per field and enum value, {@code owner number name type}; and what breaks between
 * two of them.
 */
final class WireContract {

    private WireContract() {}

    static List<String> describe(FileDescriptor file) {
        List<String> lines = new ArrayList<>();
        file.getMessageTypes().forEach(message -> describe(message, lines));
        file.getEnumTypes().forEach(type -> describe(type, lines));
        return lines;
    }

    /** One sentence for everything of the released contract that the present one does not keep. */
    static List<String> breaks(List<String> released, List<String> present) {
        Set<String> kept = new HashSet<>(present);
        Map<String, String> byNumber = new LinkedHashMap<>();
        Map<String, String> byName = new LinkedHashMap<>();
        for (String line : present) {
            byNumber.put(key(line, 1), line);
            byName.put(key(line, 2), line);
        }
        List<String> problems = new ArrayList<>();
        for (String line : released) {
            if (!kept.contains(line)) {
                String now = byName.getOrDefault(key(line, 2), byNumber.getOrDefault(key(line, 1), "gone"));
                problems.add("'" + line + "' is now '" + now + "'");
            }
        }
        return problems;
    }

    private static String key(String line, int cell) {
        List<String> cells = List.of(line.split(" ", 4));
        return cells.get(0) + " " + cells.get(cell);
    }

    private static void describe(Descriptor message, List<String> lines) {
        for (FieldDescriptor field : message.getFields()) {
            lines.add(message.getFullName() + " " + field.getNumber() + " " + field.getName() + " " + type(field));
        }
        message.getNestedTypes().forEach(nested -> describe(nested, lines));
        message.getEnumTypes().forEach(nested -> describe(nested, lines));
    }

    private static void describe(EnumDescriptor type, List<String> lines) {
        type.getValues()
                .forEach(value ->
                        lines.add(type.getFullName() + " " + value.getNumber() + " " + value.getName() + " value"));
    }

    private static String type(FieldDescriptor field) {
        String type =
                switch (field.getType()) {
                    case MESSAGE -> field.getMessageType().getFullName();
                    case ENUM -> field.getEnumType().getFullName();
                    default -> field.getType().name().toLowerCase(Locale.ROOT);
                };
        if (field.isRepeated()) {
            return "repeated " + type;
        }
        if (field.getRealContainingOneof() != null) {
            return "oneof " + field.getRealContainingOneof().getName() + " " + type;
        }
        return field.getType() != FieldDescriptor.Type.MESSAGE && field.hasPresence() ? "optional " + type : type;
    }
}
