package org.wardlight.app.configuration;

import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One key that may stand in the configuration.
 *
 * @param key {@code wardlight.ingest.mqtt.uri}
 * @param type what its value is: number, duration, text ...
 * @param standard default value; empty when it has none
 * @param required whether it must be given
 * @param secret whether its value must never be shown
 * @param doc what it is for, one sentence
 */
record Setting(String key, String type, Optional<String> standard, boolean required, boolean secret, String doc) {

    /** Stands in a key for a name of the user's choice. */
    static final String ANY = "*";

    private static final String ROOT = "wardlight";

    /** Every key there is, by name. */
    static List<Setting> all() {
        List<Setting> found = new ArrayList<>();
        collect(WardlightSettings.class, ROOT, found);
        found.sort(Comparator.comparing(Setting::key));
        return List.copyOf(found);
    }

    /** As environment variable: {@code WARDLIGHT_INGEST_MQTT_URI}. */
    String variable() {
        return key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    /** Whether this key is of this setting; a list may carry indices, a name of choice stands for {@link #ANY}. */
    boolean covers(String given) {
        return Pattern.matches(key.replace(".", "\\.").replace(ANY, "[^.]+") + "(\\[\\d+])?", given);
    }

    /** The key that an environment variable stands for, if it stands for this setting. */
    Optional<String> keyOf(String variableName) {
        if (!key.contains(ANY)) {
            return variable().equals(variableName) ? Optional.of(key) : Optional.empty();
        }
        Matcher matcher =
                Pattern.compile(variable().replace(ANY, "([A-Z0-9_]+)")).matcher(variableName);
        return matcher.matches()
                ? Optional.of(key.replace(
                        ANY, matcher.group(1).toLowerCase(Locale.ROOT).replace('_', '-')))
                : Optional.empty();
    }

    private static void collect(Class<?> group, String prefix, List<Setting> found) {
        for (Method method : group.getDeclaredMethods()) {
            if (method.isSynthetic() || method.getParameterCount() > 0) {
                continue;
            }
            String key = prefix + "." + name(method);
            Class<?> type = method.getReturnType();
            if (type == Map.class) {
                ParameterizedType named = (ParameterizedType) method.getGenericReturnType();
                collect((Class<?>) named.getActualTypeArguments()[1], key + "." + ANY, found);
            } else if (type.isInterface() && type.getPackage() == group.getPackage()) {
                collect(type, key, found);
            } else {
                found.add(of(key, method));
            }
        }
    }

    private static Setting of(String key, Method method) {
        Doc doc = method.getAnnotation(Doc.class);
        if (doc == null) {
            throw new IllegalStateException("a setting without a sentence: " + key);
        }
        WithDefault standard = method.getAnnotation(WithDefault.class);
        boolean optional = method.getReturnType() == Optional.class;
        return new Setting(
                key,
                typeName(method.getGenericReturnType()),
                Optional.ofNullable(standard).map(WithDefault::value),
                standard == null && !optional,
                doc.secret(),
                doc.value());
    }

    private static String name(Method method) {
        WithName name = method.getAnnotation(WithName.class);
        return name != null
                ? name.value()
                : method.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private static String typeName(Type type) {
        if (type instanceof ParameterizedType generic) {
            String inner = typeName(generic.getActualTypeArguments()[0]);
            return generic.getRawType() == Optional.class ? inner : "list of " + inner;
        }
        return switch (((Class<?>) type).getSimpleName()) {
            case "int", "long", "Integer", "Long" -> "whole number";
            case "double", "Double" -> "number";
            case "boolean", "Boolean" -> "true or false";
            case "Duration" -> "duration";
            case "URI" -> "address";
            case "Path" -> "path";
            default -> "text";
        };
    }
}
