package org.wardlight.station.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wardlight.events.v1.Vital;
import org.wardlight.station.plan.WardPlan.Bed;
import org.wardlight.station.plan.WardPlan.PlannedDevice;
import org.wardlight.station.plan.WardPlan.Role;

class WardPlanTest {

    private static final String SOUND = """
            site: s
            ward: { id: w, name: W, time-zone: UTC }
            device-profiles:
              monitor:
                spo2: { interval: 1s, no-signal-after: 10s }
            staff:
              - { id: n, name: N, role: nurse }
            rota:
              - { role: nurse, receiver: r }
            beds:
              - id: "01"
                nurse: n
                patient: { initials: A.B., age: 50, sex: female, spo2-scale: 1, care-profile: adult-ward }
                device: { id: d-1, profile: monitor }
            """;

    @TempDir
    private Path folder;

    @Test
    void demonstrationHasSixteenPatientsAndOneEmptyBed() {
        WardPlan plan = WardPlan.demo();

        assertThat(plan.beds()).hasSize(16).allMatch(bed -> bed.patient() != null);
        assertThat(plan.allBeds()).hasSize(17);
        assertThat(plan.allBeds().get(16).id()).isEqualTo("17");
        assertThat(plan.allBeds().get(16).patient()).isNull();
        assertThat(plan.devices()).hasSize(16);
        assertThat(plan.devices().get(12)).isEqualTo(new PlannedDevice("13", 12, "wrist-13", "wrist-wearable"));
        assertThat(plan.staffMember("haddad").orElseThrow().role()).isEqualTo(Role.CHARGE);
        assertThat(plan.beds().stream().filter(bed -> patient(bed).spo2Scale() == 2))
                .hasSize(1);
    }

    @Test
    void profileSaysWhatADeviceDelivers() {
        WardPlan.DeviceProfile monitor =
                WardPlan.demo().profile("bedside-monitor").orElseThrow();

        assertThat(monitor.signals()).hasSize(8);
        assertThat(monitor.signals())
                .filteredOn(signal -> signal.vital() == Vital.SYSTOLIC_PRESSURE)
                .singleElement()
                .satisfies(signal -> {
                    assertThat(signal.interval()).hasSeconds(60);
                    assertThat(signal.noSignalAfter()).hasSeconds(180);
                });
    }

    @Test
    void fewerBedsAreTheFirstOnes() {
        WardPlan plan = WardPlan.demo().resized(3);

        assertThat(plan.allBeds()).extracting(Bed::id).containsExactly("01", "02", "03", "17");
        assertThat(plan.beds()).isEqualTo(WardPlan.demo().beds().subList(0, 3));
    }

    @Test
    void moreBedsAreMadeUpTheSameWayEachTime() {
        WardPlan plan = WardPlan.demo().resized(120);

        assertThat(plan.beds()).hasSize(120).startsWith(WardPlan.demo().beds().toArray(new Bed[0]));
        assertThat(plan.beds().get(16).id()).isEqualTo("17");
        assertThat(plan.devices())
                .extracting(PlannedDevice::deviceId)
                .doesNotHaveDuplicates()
                .contains("mon-120");
        assertThat(plan.allBeds()).extracting(Bed::id).doesNotHaveDuplicates().endsWith("121");
        assertThat(plan).isEqualTo(WardPlan.demo().resized(120));
    }

    @Test
    void wardWithoutBedsIsRefused() {
        assertThatThrownBy(() -> WardPlan.demo().resized(0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void soundPlanIsRead() throws IOException {
        assertThat(WardPlan.load(file(SOUND)).beds()).singleElement().satisfies(bed -> assertThat(bed.id())
                .isEqualTo("01"));
    }

    @Test
    void unknownKeyIsNamed() {
        assertThat(problems(SOUND.replace("site: s", "site: s\nsiet: t")))
                .singleElement()
                .asString()
                .startsWith("siet is not a known key");
    }

    @Test
    void unknownKeyDeepInsideIsNamedWithItsPath() {
        assertThat(problems(SOUND.replace("age: 50", "age: 50, name: Somebody")))
                .singleElement()
                .asString()
                .startsWith("beds[0].patient.name is not a known key");
    }

    @Test
    void everyProblemIsToldAtOnce() {
        String broken = SOUND.replace("time-zone: UTC", "time-zone: Mars/Olympus")
                .replace("interval: 1s", "interval: soon")
                .replace("role: nurse }", "role: boss }")
                .replace("id: \"01\"", "id: 01")
                .replace("nurse: n", "nurse: nobody")
                .replace("age: 50", "age: 200")
                .replace("spo2-scale: 1", "spo2-scale: 3")
                .replace("profile: monitor", "profile: toaster")
                .replace("spo2:", "mood:");

        assertThat(problems(broken))
                .anyMatch(p -> p.startsWith("ward.time-zone is not a time zone"))
                .anyMatch(p -> p.startsWith("device-profiles.monitor.mood.interval must be a time"))
                .anyMatch(p -> p.startsWith("device-profiles.monitor.mood is not a vital"))
                .anyMatch(p -> p.startsWith("staff[0].role must be viewer"))
                .anyMatch(p -> p.startsWith("beds[0].id must be text; put it in quotes"))
                .anyMatch(p -> p.contains("is not on the staff: nobody"))
                .anyMatch(p -> p.startsWith("beds[0].patient.age must be a whole number from 0 to 130"))
                .anyMatch(p -> p.startsWith("beds[0].patient.spo2-scale must be"))
                .anyMatch(p -> p.contains("unknown profile: toaster"));
    }

    @Test
    void everyMissingKeyIsToldAtOnce() {
        assertThat(problems("site: s")).hasSizeGreaterThanOrEqualTo(5).anyMatch(p -> p.equals("ward is missing"));
    }

    @Test
    void sameBedTwiceIsRefused() {
        String twice = SOUND + "  - { id: \"01\", nurse: n }\n";

        assertThat(problems(twice)).containsExactly("beds: 01 stands twice");
    }

    @Test
    void silenceShorterThanTheIntervalIsRefused() {
        assertThat(problems(SOUND.replace("no-signal-after: 10s", "no-signal-after: 500ms")))
                .singleElement()
                .asString()
                .contains("must be longer than the interval");
    }

    @Test
    void sameKeyTwiceIsRefused() {
        assertThat(problems(SOUND + "site: t\n")).singleElement().asString().contains("not readable as YAML");
    }

    @Test
    void whatIsNoMappingIsRefused() {
        assertThat(problems("- a\n- b\n")).containsExactly("not a mapping of keys to values");
    }

    private static WardPlan.Occupant patient(Bed bed) {
        WardPlan.Occupant patient = bed.patient();
        assertThat(patient).isNotNull();
        return patient;
    }

    private Path file(String yaml) throws IOException {
        return Files.writeString(folder.resolve("ward.yaml"), yaml);
    }

    private List<String> problems(String yaml) {
        InvalidWardPlan invalid = catchThrowableOfType(InvalidWardPlan.class, () -> WardPlan.load(file(yaml)));
        assertThat(invalid).isNotNull();
        return invalid.problems();
    }
}
