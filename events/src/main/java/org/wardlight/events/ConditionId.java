package org.wardlight.events;

import java.util.HexFormat;
import org.wardlight.events.v1.ConditionSource;
import org.wardlight.events.v1.Vital;

/**
 * What makes two alarm conditions the same one: patient, rule, source and onset. 32 hex digits of SHA-256 over those four
 * parts, so that a replay of the log finds the same id. Severity is not part of it: a condition that gets worse stays the
 * same condition.
 *
 * @see <a href="../../../../../../../docs/adr/0002-derive-ids-from-what-they-name.md">ADR 2</a>
 */
public record ConditionId(String value) {

    /**
     * The id of a condition.
     *
     * @param patientRef pseudonym of the stay
     * @param rule rule id, for example {@code spo2-low}
     * @param source which device, vital or score it is about
     * @param onsetMillis device time of the first violating reading, ms since 1970
     */
    public static ConditionId of(String patientRef, String rule, ConditionSource source, long onsetMillis) {
        String vital = source.getVital() == Vital.VITAL_UNSPECIFIED
                ? ""
                : source.getVital().name();
        byte[] hash = new Digest()
                .part(patientRef)
                .part(rule)
                .part(source.getDeviceId())
                .part(vital)
                .part(source.getScoreId())
                .part(Long.toString(onsetMillis))
                .sixteenBytes();
        return new ConditionId(HexFormat.of().formatHex(hash));
    }

    @Override
    public String toString() {
        return value;
    }
}
