package org.wardlight.app.roles;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.wardlight.alerting.channel.Target;
import org.wardlight.alerting.paging.Receiver;
import org.wardlight.app.configuration.ReceiverKeys;

/** From settings to receivers of pages, each with what its kind needs. */
final class ReceiverTargets {

    private static final URI NOWHERE = URI.create("https://nowhere.invalid");

    private final RoleProblems problems;

    private ReceiverTargets(RoleProblems problems) {
        this.problems = problems;
    }

    /** Receivers with their second channels. */
    static Map<String, Receiver> of(Map<String, ReceiverKeys> receivers, RoleProblems problems) {
        ReceiverTargets targets = new ReceiverTargets(problems);
        Map<String, Receiver> all = new TreeMap<>();
        new TreeMap<>(receivers).forEach((name, keys) -> {
            Target target = targets.target("paging.receivers." + name, keys);
            all.put(name, new Receiver(target, keys.second().orElse("")));
        });
        return all;
    }

    /**
     * Where receivers lie.
     *
     * @param key under which they stand among the role's settings
     */
    static Map<String, Target> targets(Map<String, ReceiverKeys> receivers, String key, RoleProblems problems) {
        ReceiverTargets targets = new ReceiverTargets(problems);
        Map<String, Target> all = new TreeMap<>();
        new TreeMap<>(receivers).forEach((name, keys) -> all.put(name, targets.target(key + "." + name, keys)));
        return all;
    }

    private Target target(String key, ReceiverKeys keys) {
        return switch (keys.kind().toLowerCase(Locale.ROOT)) {
            case "webhook" -> new Target.Webhook(uri(key, keys), secret(key, keys));
            case "pagerduty" -> new Target.PagerDuty(keys.uri().orElse(Target.PagerDuty.EVENTS), secret(key, keys));
            case "slack" -> new Target.Slack(secretAddress(key, keys));
            case "teams" -> new Target.Teams(secretAddress(key, keys));
            case "mail" -> mail(key, keys);
            default -> {
                problems.add(
                        key + ".kind", "must be webhook, pagerduty, slack, teams or mail, not '" + keys.kind() + "'");
                yield new Target.Slack(NOWHERE);
            }
        };
    }

    private Target mail(String key, ReceiverKeys keys) {
        return new Target.Mail(
                uri(key, keys),
                problems.required(keys.from(), key + ".from", ""),
                problems.required(keys.to(), key + ".to", List.of()),
                keys.user().orElse(""),
                keys.password().orElse(""));
    }

    private URI uri(String key, ReceiverKeys keys) {
        return problems.required(keys.uri(), key + ".uri", NOWHERE);
    }

    /** Who knows it can post there: it is never shown, not even when it cannot be used. */
    private URI secretAddress(String key, ReceiverKeys keys) {
        String given = secret(key, keys);
        try {
            return given.isEmpty() ? NOWHERE : new URI(given);
        } catch (URISyntaxException e) {
            problems.add(key + ".secret", "must be an https address");
            return NOWHERE;
        }
    }

    private String secret(String key, ReceiverKeys keys) {
        return problems.required(keys.secret(), key + ".secret", "");
    }
}
