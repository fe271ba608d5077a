package org.wardlight.alerting.desk;

import java.time.Instant;
import org.wardlight.events.ConditionId;
import org.wardlight.events.v1.AlarmCondition;
import org.wardlight.events.v1.AlarmKind;
import org.wardlight.events.v1.ConditionPhase;
import org.wardlight.events.v1.ConditionSource;
import org.wardlight.events.v1.EndCause;
import org.wardlight.events.v1.Severity;

/** The technical condition that a receiver does not take pages: found here, not by the job. */
final class PagingTrouble {

    static final String RULE = "paging-undelivered";

    private PagingTrouble() {}

    static AlarmCondition begins(String receiver, Instant now) {
        ConditionSource source =
                ConditionSource.newBuilder().setDeviceId("receiver/" + receiver).build();
        return AlarmCondition.newBuilder()
                .setConditionId(
                        ConditionId.of("", RULE, source, now.toEpochMilli()).value())
                .setRule(RULE)
                .setSource(source)
                .setKind(AlarmKind.TECHNICAL)
                .setSeverity(Severity.SEVERITY_MEDIUM)
                .setPhase(ConditionPhase.CONDITION_START)
                .setOnsetMs(now.toEpochMilli())
                .setDueMs(now.toEpochMilli())
                .setDetail("pages to " + receiver + " are not delivered")
                .build();
    }

    static AlarmCondition ends(AlarmCondition begun, Instant now) {
        return begun.toBuilder()
                .setPhase(ConditionPhase.CONDITION_END)
                .setEndCause(EndCause.RETURNED_TO_NORMAL)
                .setDueMs(Math.max(begun.getDueMs() + 1, now.toEpochMilli()))
                .build();
    }
}
