package org.wardlight.app.configuration;

import java.util.List;

/** The configuration cannot be used. Holds everything that is wrong with it, so that it is mended in one go. */
public final class ConfigurationRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    /** All problems, each beginning with the name of its key. */
    public ConfigurationRefused(List<String> problems) {
        super(String.join("; ", problems));
        this.problems = List.copyOf(problems);
    }

    /** Each begins with the name of its key. */
    public List<String> problems() {
        return problems;
    }
}
