package org.wardlight.alerting.paging;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.wardlight.events.v1.Severity;

/**
 * Who can be paged, and from which severity on.
 *
 * @param pageFrom the mildest severity that pages; medium unless a ward decides otherwise
 * @param receivers the receivers that a rota may name
 * @param defaultReceivers who is asked, in order, where no rota is known
 * @param allowPrivateTargets whether a receiver may be this machine or lie in a private network
 * @param delivery how hard a page is tried
 */
public record PagingSettings(
        Severity pageFrom,
        Map<String, Receiver> receivers,
        List<String> defaultReceivers,
        boolean allowPrivateTargets,
        Delivery delivery) {

    public PagingSettings {
        receivers = Map.copyOf(receivers);
        defaultReceivers = List.copyOf(defaultReceivers);
    }

    /** What is wrong with these settings, each problem with its key. */
    public List<String> problems(String prefix) {
        List<String> problems = new ArrayList<>();
        if (pageFrom.getNumber() < Severity.SEVERITY_LOW_VALUE) {
            problems.add(prefix + ".pageFrom: must be low, medium or high");
        }
        new TreeMap<>(receivers)
                .forEach((name, receiver) ->
                        problems.addAll(receiver.problems(prefix + ".receivers." + name, allowPrivateTargets)));
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
