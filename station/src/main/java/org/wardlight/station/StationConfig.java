package org.wardlight.station;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wardlight.database.DatabaseSettings;
import org.wardlight.station.board.Frames.DemoNote;
import org.wardlight.station.plan.WardPlan;
import org.wardlight.trends.TrendsConfig;

/**
 * How a station runs. Secrets are never printed.
 *
 * @param kafkaBootstrap host:port of Kafka, several with commas
 * @param trends where trends go; absent for none
 * @param oneTimePassword what the staff sign in with, for this run
 * @param anonymousView whether the ward may be viewed without signing in; on loopback only
 * @param demo what the board says about being a demonstration; absent in production
 * @param demoPager the built-in pager; absent in production
 */
public record StationConfig(
        Http http,
        String kafkaBootstrap,
        Alerting alerting,
        WardPlan plan,
        Register register,
        @Nullable TrendsConfig trends,
        String oneTimePassword,
        boolean anonymousView,
        @Nullable DemoNote demo,
        @Nullable Pager demoPager) {

    private static final int SHORTEST_PASSWORD = 6;
    private static final int SHORTEST_TOKEN = 16;
    private static final String SECRET_PREFIX = "whsec_";
    /** 24 to 64 bytes after Standard Webhooks. */
    private static final int SHORTEST_SECRET_BYTES = 24;

    /**
     * Checks everything.
     *
     * @throws IllegalArgumentException naming every key that cannot be used
     */
    public StationConfig {
        List<String> problems = new ArrayList<>();
        http.check(anonymousView, problems);
        alerting.check(problems);
        register.check(problems);
        if (kafkaBootstrap.isBlank()) {
            problems.add("station.kafka.bootstrap is missing");
        }
        if (oneTimePassword.length() < SHORTEST_PASSWORD) {
            problems.add("station.one-time-password needs at least " + SHORTEST_PASSWORD + " characters");
        }
        if (demoPager != null && !demoPager.isUsable()) {
            problems.add("station.demo-pager.secret must be " + SECRET_PREFIX + " and at least " + SHORTEST_SECRET_BYTES
                    + " bytes in base64");
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException("The station cannot start:\n  " + String.join("\n  ", problems));
        }
    }

    @Override
    public String toString() {
        return "StationConfig[http=" + http + ", kafkaBootstrap=" + kafkaBootstrap + ", alerting=" + alerting
                + ", register=" + register + ", trends=" + trends + ", oneTimePassword=***, anonymousView="
                + anonymousView + ", demo=" + demo
                + ", demoPager="
                + (demoPager == null ? "absent" : "***") + "]";
    }

    /**
     * Where to listen.
     *
     * @param port 0 for any free one
     * @param behindTls a proxy in front speaks TLS; without one only loopback is listened on
     */
    public record Http(String host, int port, boolean behindTls) {

        private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "::1", "[::1]");

        /** Whether nobody but this machine can connect. */
        public boolean isLoopback() {
            return LOOPBACK.contains(host);
        }

        private void check(boolean anonymousView, List<String> problems) {
            if (host.isBlank()) {
                problems.add("station.http.host is missing");
            } else if (!isLoopback() && !behindTls) {
                problems.add("station.http.host must be loopback unless station.http.behind-tls is true");
            }
            if (port < 0 || port > 65_535) {
                problems.add("station.http.port must lie between 0 and 65535");
            }
            if (anonymousView && (!isLoopback() || behindTls)) {
                problems.add("station.anonymous-view is for loopback without a proxy only");
            }
        }
    }

    /** Where alerting is, and the token that shows it this station. */
    public record Alerting(URI uri, String serviceToken) {

        private void check(List<String> problems) {
            String scheme = uri.getScheme();
            if (uri.getHost() == null
                    || scheme == null
                    || !Set.of("http", "https").contains(scheme)) {
                problems.add("station.alerting.uri must be an http or https address");
            }
            if (serviceToken.length() < SHORTEST_TOKEN) {
                problems.add("station.alerting.service-token needs at least " + SHORTEST_TOKEN + " characters");
            }
        }

        @Override
        public String toString() {
            return "Alerting[uri=" + uri + ", serviceToken=***]";
        }
    }

    /**
     * Where the ward register is kept.
     *
     * @param admittedBefore how long before the start the stays have begun that the plan adds to the register: as long as the
     *     history that is sent at the start
     */
    public record Register(DatabaseSettings database, Duration admittedBefore) {

        /** Stays of the plan begin when the station does. */
        public Register(DatabaseSettings database) {
            this(database, Duration.ZERO);
        }

        private void check(List<String> problems) {
            problems.addAll(database.problems("station.register"));
            if (admittedBefore.isNegative()) {
                problems.add("station.register.admitted-before must not be negative");
            }
        }
    }

    /** The built-in pager; the secret begins with {@code whsec_}. */
    public record Pager(String secret) {

        private boolean isUsable() {
            if (!secret.startsWith(SECRET_PREFIX)) {
                return false;
            }
            try {
                return Base64.getDecoder().decode(secret.substring(SECRET_PREFIX.length())).length
                        >= SHORTEST_SECRET_BYTES;
            } catch (IllegalArgumentException e) {
                return false;
            }
        }

        @Override
        public String toString() {
            return "Pager[secret=***]";
        }
    }
}
