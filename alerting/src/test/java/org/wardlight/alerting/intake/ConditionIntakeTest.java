package org.wardlight.alerting.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wardlight.alerting.TestWard.start;
import static org.wardlight.events.v1.Severity.SEVERITY_HIGH;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wardlight.alerting.desk.DeskFixture;
import org.wardlight.events.Topics;
import org.wardlight.events.v1.AlarmKind;
import org.wardlight.events.v1.AlarmState;

class ConditionIntakeTest {

    private static final String TOPIC = Topics.ALARM_CONDITION.name();

    @TempDir
    private Path directory;

    @Test
    void passesOverRecordsThatCannotBeUsedAndGoesOnBehindThem() {
        try (DeskFixture ward = DeskFixture.open(directory)) {
            ConditionIntake intake = new ConditionIntake(ward.desk, ward.meters);

            // when
            intake.accept(record(0, "not protobuf".getBytes(StandardCharsets.UTF_8)));
            intake.accept(record(1, null));
            intake.accept(record(
                    2,
                    start("x", SEVERITY_HIGH, 15).toBuilder()
                            .setKind(AlarmKind.ALARM_KIND_UNSPECIFIED)
                            .build()
                            .toByteArray()));
            intake.accept(record(3, start("a", SEVERITY_HIGH, 15).toByteArray()));

            // then
            assertThat(ward.store.alarms(List.of(AlarmState.ACTIVE_UNACKNOWLEDGED)))
                    .hasSize(1);
            assertThat(ward.store.nextOffset(TOPIC, 0)).hasValue(4);
            for (String reason : List.of("malformed", "empty", "incomplete")) {
                assertThat(ward.meters
                                .get(ConditionIntake.REJECTED)
                                .tag("reason", reason)
                                .counter()
                                .count())
                        .as(reason)
                        .isEqualTo(1);
            }
        }
    }

    private static ConsumerRecord<String, byte[]> record(long offset, byte @Nullable [] value) {
        return new ConsumerRecord<>(TOPIC, 0, offset, "p", value);
    }
}
