package org.wardlight.simulators.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConnectionPlanTest {

    @Test
    void everyDeviceSpeaksForItselfWhileConnectionsLast() {
        assertThat(plan(16, 16)).hasSize(16).allSatisfy((client, devices) -> assertThat(devices)
                .containsExactly(client));
    }

    @Test
    void devicesBeyondTheConnectionsShareGatewaysEvenly() {
        Map<String, List<String>> plan = plan(500, 100);

        assertThat(plan).hasSize(100);
        assertThat(plan.values().stream().flatMap(List::stream)).hasSize(500).doesNotHaveDuplicates();
        assertThat(plan.get("gateway-01")).hasSize(21);
        assertThat(plan.get("gateway-20")).hasSize(21);
        assertThat(plan.get("device-80")).containsExactly("device-80");
    }

    @Test
    void oneConnectionIsOneGateway() {
        assertThat(plan(3, 1)).containsOnlyKeys("gateway-01");
    }

    private static Map<String, List<String>> plan(int devices, int maxConnections) {
        List<String> ids =
                IntStream.rangeClosed(1, devices).mapToObj(i -> "device-" + i).toList();
        return ConnectionPlan.of(ids, maxConnections).devicesByClient();
    }
}
