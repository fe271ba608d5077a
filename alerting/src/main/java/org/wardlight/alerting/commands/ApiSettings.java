package org.wardlight.alerting.commands;

import java.util.ArrayList;
import java.util.List;

/**
 * Where the command API listens.
 *
 * @param host the address to bind; loopback unless the station runs elsewhere
 * @param port 0 takes a free one
 * @param serviceToken what the station must bring; at least 16 characters
 */
public record ApiSettings(String host, int port, String serviceToken) {

    private static final int SHORTEST_TOKEN = 16;
    private static final int HIGHEST_PORT = 65_535;

    /** On this machine only. */
    public static ApiSettings loopback(int port, String serviceToken) {
        return new ApiSettings("127.0.0.1", port, serviceToken);
    }

    /** What is wrong with these settings, each problem with its key. */
    public List<String> problems(String prefix) {
        List<String> problems = new ArrayList<>();
        if (host.isBlank()) {
            problems.add(prefix + ".host: must not be empty");
        }
        if (port < 0 || port > HIGHEST_PORT) {
            problems.add(prefix + ".port: must lie between 0 and 65535, not " + port);
        }
        if (serviceToken.length() < SHORTEST_TOKEN) {
            problems.add(prefix + ".serviceToken: must have at least 16 characters");
        }
        return problems;
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "ApiSettings[host=" + host + ", port=" + port + "]";
    }
}
