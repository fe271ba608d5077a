package org.wardlight.simulators.connection;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Decides which MQTT connection speaks for which devices: each device for itself while the connections last, else a fifth
 * of the connections are gateways that share the remaining devices evenly.
 *
 * @param devicesByClient client id to device ids; a device that speaks for itself stands under its own id
 */
public record ConnectionPlan(Map<String, List<String>> devicesByClient) {

    private static final int ONE_GATEWAY_IN = 5;

    /** Makes the plan for some devices and at most this many connections. */
    public static ConnectionPlan of(List<String> deviceIds, int maxConnections) {
        int gateways = deviceIds.size() <= maxConnections ? 0 : Math.max(1, maxConnections / ONE_GATEWAY_IN);
        int alone = gateways == 0 ? deviceIds.size() : maxConnections - gateways;
        Map<String, List<String>> plan = new LinkedHashMap<>();
        for (int i = 0; i < deviceIds.size(); i++) {
            String id = deviceIds.get(i);
            String client = i < alone ? id : gatewayId((i - alone) % gateways + 1);
            plan.computeIfAbsent(client, key -> new ArrayList<>()).add(id);
        }
        return new ConnectionPlan(plan);
    }

    private static String gatewayId(int number) {
        return String.format(Locale.ROOT, "gateway-%02d", number);
    }
}
