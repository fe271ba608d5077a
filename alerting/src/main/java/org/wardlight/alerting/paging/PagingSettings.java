package org.wardlight.alerting.paging;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Who can be paged.
 *
 * @param receivers the receivers that a rota may name
 * @param defaultReceivers who is asked, in order, where no rota is known
 * @param allowPrivateTargets whether a receiver may be this machine or lie in a private network
 * @param delivery how hard a page is tried
 */
public record PagingSettings(
        Map<String, Receiver> receivers,
        List<String> defaultReceivers,
        boolean allowPrivateTargets,
        Delivery delivery) {

    public PagingSettings {
        receivers = Map.copyOf(receivers);
        defaultReceivers = List.copyOf(defaultReceivers);
    }

    /** The second channels of receivers that have one. */
    public Map<String, String> secondByReceiver() {
        return receivers.entrySet().stream()
                .filter(entry -> !entry.getValue().second().isEmpty())
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().second()));
    }

    /** What is wrong with these settings, each problem with its key. */
    public List<String> problems(String prefix) {
        List<String> problems = new ArrayList<>();
        new TreeMap<>(receivers)
                .forEach((name, receiver) -> problems.addAll(
                        receiver.target().problems(prefix + ".receivers." + name, allowPrivateTargets)));
        new TreeMap<>(secondByReceiver()).forEach((name, second) -> {
            if (second.equals(name) || !receivers.containsKey(second)) {
                problems.add(
                        prefix + ".receivers." + name + ".second: must name another receiver, not \"" + second + "\"");
            }
        });
        if (defaultReceivers.isEmpty()) {
            problems.add(
                    prefix + ".defaultReceivers: must name at least one receiver, or nobody is asked without a rota");
        }
        for (String name : defaultReceivers) {
            if (!receivers.containsKey(name)) {
                problems.add(prefix + ".defaultReceivers: names \"" + name + "\", which is not among the receivers");
            }
        }
        problems.addAll(delivery.problems(prefix + ".delivery"));
        return problems;
    }
}
