package org.wardlight.app.configuration;

/** Writes {@code docs/configuration.md} from the settings themselves, so that it cannot be wrong. */
final class ConfigurationReference {

    private static final String HEAD = """
            # Configuration

            Every setting of the roles that `wardlight run` starts. Generated from the code; a test compares.

            A value comes from the first of these that has one:

            1. an environment variable: the key in capitals, with `_` for `.` and `-`
               (`wardlight.ops.port` is `WARDLIGHT_OPS_PORT`);
            2. a YAML file, named by `--config FILE` or `WARDLIGHT_CONFIG`;
            3. the default below.

            An unknown key, a missing required one or a value of the wrong kind stops the start; all problems are listed at
            once. `wardlight config check` looks, `wardlight config print` shows what is in effect, secrets hidden. Durations
            are written `250ms`, `10s`, `5m`, `1h` or as ISO 8601 (`PT10S`). A `*` in a key stands for a name that you choose.

            | key | kind | default | what it is for |
            |---|---|---|---|
            """;

    private ConfigurationReference() {}

    static String markdown() {
        StringBuilder text = new StringBuilder(HEAD);
        for (Setting setting : Setting.all()) {
            text.append("| `")
                    .append(setting.key())
                    .append("` | ")
                    .append(setting.type())
                    .append(setting.secret() ? ", secret" : "")
                    .append(" | ")
                    .append(setting.standard()
                            .map(value -> "`" + value + "`")
                            .orElse(setting.required() ? "required" : "none"))
                    .append(" | ")
                    .append(setting.doc())
                    .append(" |\n");
        }
        return text.toString();
    }
}
