package org.wardlight.simulators.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.wardlight.simulators.device.DeviceProfile;
import org.wardlight.simulators.device.SimulatedDevice;

class ScenarioTest {

    @Test
    void catalogueListsEveryScenarioWithATitleAndOneSentence() {
        assertThat(Scenario.catalogue())
                .extracting(Scenario::id)
                .containsExactly(
                        "ward",
                        "stable",
                        "sepsis",
                        "opioid",
                        "haemorrhage",
                        "fever",
                        "irregular-pulse",
                        "hypoglycaemia",
                        "storm",
                        "probe-off",
                        "motion-artefact",
                        "dropout",
                        "silent",
                        "duplicates",
                        "clock-skew",
                        "low-battery",
                        "swapped-beds");
        assertThat(Scenario.catalogue())
                .allMatch(scenario ->
                        !scenario.title().isBlank() && scenario.description().endsWith("."));
    }

    @Test
    void unknownScenarioNamesTheKnownOnes() {
        assertThatThrownBy(() -> Scenario.byId("sepsys"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("sepsys")
                .hasMessageContaining("ward, stable, sepsis, opioid, haemorrhage, fever");
    }

    @Test
    void wardPutsItsEventsInTheirBeds() {
        Map<SimulatedDevice, DeviceScript> scripts = Scenario.byId("ward").cast(monitors(16));

        assertThat(eventfulBeds(scripts)).containsExactly(3, 7, 13);
        assertThat(scripts.get(monitor(7))).isEqualTo(Mishap.SEPSIS.script());
        assertThat(scripts.get(monitor(3))).isEqualTo(Mishap.PROBE_OFF.script());
        assertThat(scripts.get(monitor(13))).isEqualTo(Mishap.DROPOUT.script());
    }

    @Test
    void smallWardDeclinesInItsLastBed() {
        Map<SimulatedDevice, DeviceScript> scripts = Scenario.byId("ward").cast(monitors(3));

        assertThat(eventfulBeds(scripts)).containsExactly(3);
        assertThat(scripts.get(monitor(3))).isEqualTo(Mishap.SEPSIS.script());
    }

    @Test
    void illnessShowsOnEveryDeviceOfTheBedAndAFaultOnTheFirstOnly() {
        SimulatedDevice wearable = new SimulatedDevice("band-07", DeviceProfile.WRIST_WEARABLE, 7);
        SimulatedDevice otherWearable = new SimulatedDevice("band-03", DeviceProfile.WRIST_WEARABLE, 3);

        Map<SimulatedDevice, DeviceScript> scripts =
                Scenario.byId("ward").cast(List.of(monitor(3), otherWearable, monitor(7), wearable));

        assertThat(scripts)
                .containsEntry(monitor(7), Mishap.SEPSIS.script())
                .containsEntry(wearable, Mishap.SEPSIS.script())
                .containsEntry(monitor(3), Mishap.PROBE_OFF.script())
                .containsEntry(otherWearable, DeviceScript.UNEVENTFUL);
    }

    @Test
    void silenceHitsEveryDevice() {
        assertThat(eventfulBeds(Scenario.byId("silent").cast(monitors(5)))).containsExactly(1, 2, 3, 4, 5);
    }

    @Test
    void someScenariosNeedADeviceThatShowsThem() {
        assertThat(Scenario.byId("hypoglycaemia").device()).isEqualTo(DeviceProfile.CGM);
        assertThat(Scenario.byId("irregular-pulse").device()).isEqualTo(DeviceProfile.CHEST_PATCH);
        assertThat(Scenario.byId("sepsis").device()).isNull();
        assertThat(Scenario.deviceBed(16)).isEqualTo(7);
        assertThat(Scenario.deviceBed(3)).isEqualTo(3);
    }

    private static List<Integer> eventfulBeds(Map<SimulatedDevice, DeviceScript> scripts) {
        return scripts.entrySet().stream()
                .filter(cast -> !cast.getValue().equals(DeviceScript.UNEVENTFUL))
                .map(cast -> cast.getKey().bedIndex())
                .sorted()
                .toList();
    }

    private static List<SimulatedDevice> monitors(int beds) {
        return IntStream.rangeClosed(1, beds).mapToObj(ScenarioTest::monitor).toList();
    }

    private static SimulatedDevice monitor(int bed) {
        return new SimulatedDevice("mon-" + bed, DeviceProfile.BEDSIDE_MONITOR, bed);
    }
}
