package org.wardlight.app.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wardlight.simulators.scenario.Scenario;
import org.wardlight.station.plan.WardPlan;

class ScenarioWardTest {

    private static final WardPlan DEMO = WardPlan.demo();

    @ParameterizedTest
    @ValueSource(strings = {"hypoglycaemia", "irregular-pulse"})
    void putsTheDeviceThatIsNeededIntoBedSevenOrTheLast(String scenario) {
        String profile =
                Objects.requireNonNull(Scenario.byId(scenario).device()).id();

        WardPlan ward = ScenarioWard.of(DEMO, Scenario.byId(scenario));
        WardPlan small = ScenarioWard.of(DEMO.resized(3), Scenario.byId(scenario));

        assertThat(ward.beds().get(6).device()).isEqualTo(new WardPlan.Device(profile + "-07", profile));
        assertThat(small.beds().get(2).device()).isEqualTo(new WardPlan.Device(profile + "-03", profile));
        assertThat(ward.profile(profile)).isPresent();
        assertThat(WardDevices.of(ward, "")).hasSameSizeAs(WardDevices.of(DEMO, ""));
    }

    @Test
    void leavesAWardAloneThatHasWhatItNeeds() {
        assertThat(ScenarioWard.of(DEMO, Scenario.byId("sepsis"))).isEqualTo(DEMO);
    }
}
