package org.wardlight.alerting.channel;

import java.net.URI;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/** Where pages of one receiver go. Secrets are never printed; the addresses of Slack and Teams are secrets themselves. */
public sealed interface Target {

    /** What is wrong with it, each problem with its key. */
    List<String> problems(String key, boolean allowPrivateTargets);

    /**
     * A webhook of one's own.
     *
     * @param uri its address
     * @param secret shared with it: {@code whsec_} and the base64 of 24 to 64 bytes, as Standard Webhooks asks
     */
    record Webhook(URI uri, String secret) implements Target {

        private static final String PREFIX = "whsec_";
        private static final int SHORTEST_KEY_BYTES = 24;
        private static final int LONGEST_KEY_BYTES = 64;

        @Override
        public List<String> problems(String key, boolean allowPrivateTargets) {
            List<String> problems = Target.http(uri, key + ".uri", allowPrivateTargets);
            if (!hasGoodSecret()) {
                problems.add(key + ".secret: must be whsec_ and the base64 of 24 to 64 bytes");
            }
            return problems;
        }

        private boolean hasGoodSecret() {
            if (!secret.startsWith(PREFIX)) {
                return false;
            }
            try {
                int length = Base64.getDecoder().decode(secret.substring(PREFIX.length())).length;
                return length >= SHORTEST_KEY_BYTES && length <= LONGEST_KEY_BYTES;
            } catch (IllegalArgumentException e) {
                return false;
            }
        }

        @Override
        public String toString() {
            return "Webhook[uri=" + uri + "]";
        }
    }

    /**
     * A service of PagerDuty, through its Events API v2.
     *
     * @param uri {@link #EVENTS}, or where it stands in for it
     * @param routingKey the integration key of the service
     */
    record PagerDuty(URI uri, String routingKey) implements Target {

        /** The address of the API. */
        public static final URI EVENTS = URI.create("https://events.pagerduty.com/v2/enqueue");

        @Override
        public List<String> problems(String key, boolean allowPrivateTargets) {
            List<String> problems = Target.http(uri, key + ".uri", allowPrivateTargets);
            if (!routingKey.matches("[0-9A-Za-z]{32}")) {
                problems.add(key + ".secret: must be the integration key of 32 letters and digits");
            }
            return problems;
        }

        @Override
        public String toString() {
            return "PagerDuty[uri=" + uri + "]";
        }
    }

    /** An incoming webhook of Slack. */
    record Slack(URI uri) implements Target {

        @Override
        public List<String> problems(String key, boolean allowPrivateTargets) {
            return Target.http(uri, key + ".secret", allowPrivateTargets);
        }

        @Override
        public String toString() {
            return "Slack[host=" + uri.getHost() + "]";
        }
    }

    /** A workflow of Teams that waits for a webhook request. */
    record Teams(URI uri) implements Target {

        @Override
        public List<String> problems(String key, boolean allowPrivateTargets) {
            return Target.http(uri, key + ".secret", allowPrivateTargets);
        }

        @Override
        public String toString() {
            return "Teams[host=" + uri.getHost() + "]";
        }
    }

    /**
     * Mail boxes, through a mail server.
     *
     * @param uri {@code smtps://host:port}, or {@code smtp://host:port} for a connection that STARTTLS makes safe
     * @param from the sender's address
     * @param to the receivers' addresses
     * @param user at the mail server; empty for none
     */
    record Mail(URI uri, String from, List<String> to, String user, String password) implements Target {

        private static final String ADDRESS = "[^@\\s<>,]+@[^@\\s<>,]+";

        public Mail {
            to = List.copyOf(to);
        }

        /** Whether TLS comes first, and not by STARTTLS. */
        boolean isTlsFirst() {
            return String.valueOf(uri.getScheme()).equalsIgnoreCase("smtps");
        }

        @Override
        public List<String> problems(String key, boolean allowPrivateTargets) {
            List<String> problems = new ArrayList<>();
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            if (uri.getHost() == null || !List.of("smtp", "smtps").contains(scheme)) {
                problems.add(key + ".uri: must be smtps://host:port or smtp://host:port");
            }
            if (!from.matches(ADDRESS)) {
                problems.add(key + ".from: must be a mail address");
            }
            if (to.isEmpty() || !to.stream().allMatch(address -> address.matches(ADDRESS))) {
                problems.add(key + ".to: must be one or more mail addresses");
            }
            return problems;
        }

        @Override
        public String toString() {
            return "Mail[uri=" + uri + ", from=" + from + ", to=" + to + "]";
        }
    }

    private static List<String> http(URI uri, String key, boolean allowPrivateTargets) {
        List<String> problems = new ArrayList<>();
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        if (uri.getHost() == null || !List.of("http", "https").contains(scheme)) {
            problems.add(key + ": must be an http or https address");
        } else if (scheme.equals("http") && !allowPrivateTargets) {
            problems.add(key + ": must be https unless private targets are allowed");
        }
        return problems;
    }
}
