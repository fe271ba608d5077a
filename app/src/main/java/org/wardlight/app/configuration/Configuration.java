package org.wardlight.app.configuration;

import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.source.yaml.YamlConfigSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Reads the settings: defaults, then a YAML file, then environment variables, the later winning. Refuses keys it does not
 * know, since a misspelt limit must not be ignored in silence, and reports everything that is wrong at once.
 */
public final class Configuration {

    /** Variables that begin like settings but mean something else. */
    private static final Set<String> NOT_SETTINGS =
            Set.of("WARDLIGHT_CONFIG", "WARDLIGHT_LOG", "WARDLIGHT_JAVA_OPTS", "WARDLIGHT_HOME", "WARDLIGHT_DATA");

    /** The higher one wins. */
    private static final int FILE_ORDINAL = 200;

    private static final int ENVIRONMENT_ORDINAL = 300;

    private final SmallRyeConfig config;
    private final WardlightSettings settings;

    private Configuration(SmallRyeConfig config) {
        this.config = config;
        this.settings = config.getConfigMapping(WardlightSettings.class);
    }

    /**
     * Reads and checks.
     *
     * @param file YAML; none means defaults and environment only
     * @param environment of the process
     * @throws ConfigurationRefused with every problem
     */
    public static Configuration load(Optional<Path> file, Map<String, String> environment) {
        List<String> problems = new ArrayList<>();
        SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withValidateUnknown(false)
                .withMapping(WardlightSettings.class)
                .withConverter(Duration.class, 200, new DurationText())
                .withSources(new PropertiesConfigSource(
                        fromEnvironment(environment, problems), "environment", ENVIRONMENT_ORDINAL));
        file.flatMap(path -> fromFile(path, problems)).ifPresent(builder::withSources);
        try {
            SmallRyeConfig config = builder.build();
            if (problems.isEmpty()) {
                return new Configuration(config);
            }
        } catch (ConfigValidationException e) {
            for (int i = 0; i < e.getProblemCount(); i++) {
                problems.add(readable(e.getProblem(i).getMessage()));
            }
        }
        throw new ConfigurationRefused(problems);
    }

    /** The typed settings. */
    public WardlightSettings settings() {
        return settings;
    }

    /** Every key with its value, secrets hidden, and where the value comes from. */
    public List<String> effective() {
        return Setting.all().stream().flatMap(this::lines).toList();
    }

    private Stream<String> lines(Setting setting) {
        if (!setting.key().contains(Setting.ANY)) {
            return Stream.of(line(setting.key(), setting));
        }
        return StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .filter(setting::covers)
                .sorted()
                .map(key -> line(key, setting));
    }

    private String line(String key, Setting setting) {
        ConfigValue value = config.getConfigValue(key);
        String text = value.getValue();
        if (text == null || text.isEmpty()) {
            return key + ":";
        }
        return key + ": " + (setting.secret() ? "(hidden)" : text) + origin(value.getConfigSourceOrdinal());
    }

    private static String origin(int ordinal) {
        return switch (ordinal) {
            case ENVIRONMENT_ORDINAL -> "   # environment";
            case FILE_ORDINAL -> "   # file";
            default -> "";
        };
    }

    private static Map<String, String> fromEnvironment(Map<String, String> environment, List<String> problems) {
        List<Setting> settings = Setting.all();
        Map<String, String> values = new HashMap<>();
        new TreeMap<>(environment).forEach((name, value) -> {
            Optional<String> key = settings.stream()
                    .flatMap(setting -> setting.keyOf(name).stream())
                    .findFirst();
            if (key.isPresent()) {
                values.put(key.get(), value);
            } else if (name.startsWith("WARDLIGHT_") && !NOT_SETTINGS.contains(name)) {
                problems.add(name + " is not a setting");
            }
        });
        return values;
    }

    private static Optional<YamlConfigSource> fromFile(Path path, List<String> problems) {
        try {
            String text = Files.readString(path, StandardCharsets.UTF_8);
            YamlConfigSource source = new YamlConfigSource("file", text, FILE_ORDINAL);
            for (String key : new TreeSet<>(source.getPropertyNames())) {
                if (Setting.all().stream().noneMatch(setting -> setting.covers(key))) {
                    problems.add(key + " is not a setting");
                }
            }
            return Optional.of(source);
        } catch (IOException e) {
            problems.add(path + " cannot be read");
        } catch (RuntimeException e) {
            problems.add(path + " is not YAML: " + firstLine(e.getMessage()));
        }
        return Optional.empty();
    }

    /** The library puts its own message numbers before each sentence. */
    private static String readable(String message) {
        return firstLine(message)
                .replaceAll("SRCFG\\d+: ", "")
                .replaceAll("(?:java|org)\\.[\\w.]+(?:Exception|Error): ", "")
                .replace("The config property ", "");
    }

    private static String firstLine(@Nullable String text) {
        return text == null ? "" : text.lines().findFirst().orElse("");
    }
}
