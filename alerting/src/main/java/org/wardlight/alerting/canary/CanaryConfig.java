package org.wardlight.alerting.canary;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.wardlight.alerting.KafkaSettings;
import org.wardlight.alerting.channel.Target;
import org.wardlight.events.DeviceId;

/**
 * All settings of the canary.
 *
 * @param kafka where the log is
 * @param mqtt where devices publish
 * @param site the site in the topics of its devices
 * @param wards the wards that have a canary each
 * @param hook where its own pages arrive
 * @param told who is told that the path is broken
 * @param heartbeat an outside monitor that is told after each whole round; empty for none
 */
public record CanaryConfig(
        KafkaSettings kafka,
        Mqtt mqtt,
        String site,
        List<String> wards,
        Hook hook,
        Told told,
        Optional<URI> heartbeat) {

    /** The longest hold-off of alerting with which each breach still pages. */
    public static final Duration LONGEST_HOLD_OFF = Round.LONGEST_HOLD_OFF;

    private static final int HIGHEST_PORT = 65_535;

    /** @throws IllegalArgumentException naming every problem by its key */
    public CanaryConfig {
        wards = List.copyOf(wards);
        List<String> problems = new ArrayList<>();
        problems.addAll(kafka.problems("canary.kafka"));
        if (!DeviceId.isValid(site)) {
            problems.add("canary.site: must be 1 to 64 of A-Z a-z 0-9 - _ . :, not \"" + site + "\"");
        }
        for (String ward : wards) {
            if (!DeviceId.isValid("canary-" + ward)) {
                problems.add("canary.wards: no device can be named after \"" + ward + "\"");
            }
        }
        problems.addAll(hook.problems());
        new TreeMap<>(told.receivers())
                .forEach((name, target) ->
                        problems.addAll(target.problems("canary.receivers." + name, told.allowPrivateTargets())));
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(
                    "the canary is not configured well:\n  " + String.join("\n  ", problems));
        }
    }

    /**
     * The MQTT broker.
     *
     * @param uri {@code tcp://host:port} or {@code ssl://host:port}
     */
    public record Mqtt(URI uri, Optional<String> username, Optional<String> password) {

        /** Without the password. */
        @Override
        public String toString() {
            return "Mqtt[uri=" + uri + "]";
        }
    }

    /**
     * Where pages about a canary arrive.
     *
     * @param host the address to bind
     * @param port 0 takes a free one
     * @param receiver the receiver of alerting that leads here
     * @param secret that alerting signs its pages with, {@code whsec_...}
     */
    public record Hook(String host, int port, String receiver, String secret) {

        private List<String> problems() {
            List<String> problems = new ArrayList<>();
            if (port < 0 || port > HIGHEST_PORT) {
                problems.add("canary.hook.port: must lie between 0 and 65535, not " + port);
            }
            if (receiver.isBlank()) {
                problems.add("canary.hook.receiver: must not be empty");
            }
            URI anywhere = URI.create("https://hook.invalid");
            problems.addAll(new Target.Webhook(anywhere, secret).problems("canary.hook", true));
            return problems;
        }

        /** Without the secret. */
        @Override
        public String toString() {
            return "Hook[host=" + host + ", port=" + port + ", receiver=" + receiver + "]";
        }
    }

    /**
     * Who is told, whether or not alerting works.
     *
     * @param receivers by name; at least one
     * @param allowPrivateTargets whether one may be this machine or lie in a private network
     */
    public record Told(Map<String, Target> receivers, boolean allowPrivateTargets) {

        public Told {
            receivers = Map.copyOf(receivers);
        }
    }
}
