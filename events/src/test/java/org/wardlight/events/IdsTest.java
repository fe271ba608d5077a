package org.wardlight.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wardlight.events.v1.ConditionSource;
import org.wardlight.events.v1.Vital;

/** Ids that two processes, or a run and its replay, must derive alike. The tables were computed outside of this code. */
class IdsTest {

    static Stream<List<String>> conditionIds() {
        return GoldenText.table("condition-ids.txt").stream();
    }

    static Stream<List<String>> contentHashes() {
        return GoldenText.table("content-hashes.txt").stream();
    }

    @ParameterizedTest
    @MethodSource("conditionIds")
    void conditionIdComesFromPatientRuleSourceAndOnset(List<String> row) {
        ConditionSource.Builder source =
                ConditionSource.newBuilder().setDeviceId(row.get(2)).setScoreId(row.get(4));
        if (!row.get(3).isEmpty()) {
            source.setVital(Vital.valueOf(row.get(3)));
        }

        ConditionId id = ConditionId.of(row.get(0), row.get(1), source.build(), Long.parseLong(row.get(5)));

        assertThat(id.value()).isEqualTo(row.get(6));
    }

    @Test
    void conditionIdsOfDifferentThingsDiffer() {
        assertThat(conditionIds().map(row -> row.get(6))).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("contentHashes")
    void contentHashComesFromDeviceAndPayload(List<String> row) {
        byte[] payload = row.get(1).getBytes(StandardCharsets.UTF_8);

        byte[] hash = ContentHash.of(row.get(0), payload).toByteArray();

        assertThat(hash).hasSize(16);
        assertThat(HexFormat.of().formatHex(hash)).isEqualTo(row.get(2));
    }

    @Test
    void partsOfAContentHashDoNotRunIntoEachOther() {
        assertThat(contentHashes().map(row -> row.get(2))).doesNotHaveDuplicates();
    }

    @Test
    void patientReferenceIsRandomAndOfOneShape() {
        SecureRandom random = new SecureRandom();

        List<String> refs = Stream.generate(() -> PatientRef.random(random).value())
                .limit(100)
                .toList();

        assertThat(refs).doesNotHaveDuplicates().allMatch(ref -> ref.matches("p-[0-9a-f]{32}"));
        assertThat(refs).allMatch(PatientRef::isValid);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "p-",
                "p-00112233445566778899AABBCCDDEEFF",
                "p-00112233445566778899aabbccddeef",
                "p-00112233445566778899aabbccddeeff0",
                "00112233445566778899aabbccddeeff",
                "p-00112233445566778899aabbccddeeff\n"
            })
    void refusesWhatIsNoPatientReference(String text) {
        assertThat(PatientRef.isValid(text)).isFalse();
        assertThatThrownBy(() -> new PatientRef(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"m", "monitor-07", "urn:dev:mac:0024befffe804ff1", "a.b_c", "7"})
    void acceptsDeviceIds(String text) {
        assertThat(new DeviceId(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-a", ".a", "a/b", "a b", "a#", "a+", "ä", "a\n"})
    void refusesWhatCannotStandInATopic(String text) {
        assertThat(DeviceId.isValid(text)).isFalse();
        assertThatThrownBy(() -> new DeviceId(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aDeviceIdHasSixtyFourCharactersAtMost() {
        assertThat(DeviceId.isValid("a".repeat(64))).isTrue();
        assertThat(DeviceId.isValid("a".repeat(65))).isFalse();
    }
}
