package org.wardlight.alerting.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wardlight.alerting.TestWard.end;
import static org.wardlight.alerting.TestWard.start;
import static org.wardlight.events.v1.Severity.SEVERITY_HIGH;
import static org.wardlight.events.v1.Severity.SEVERITY_MEDIUM;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.wardlight.alerting.TestDatabase;

/** What people say about alarms. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class DeskCommandsTest extends DeskTest {

    @Test
    void givesARepeatedAcknowledgementTheSameAnswerWithoutASecondTransition() {
        try (DeskFixture ward = open()) {
            // given
            ward.condition(start("a", SEVERITY_HIGH, 15));

            // when
            CommandAnswer first = acknowledge(ward, "a", "key-1");
            ward.condition(end("a", 40));
            CommandAnswer second = acknowledge(ward, "a", "key-1");
            CommandAnswer other =
                    ward.desk.command(AlarmCommand.acknowledge("b", "RN Okafor", "", "key-1"), alarm -> "x");

            // then
            assertThat(second).isEqualTo(first);
            assertThat(other.outcome()).isEqualTo(CommandAnswer.Outcome.KEY_REUSED);
            assertThat(only(ward).facts().orElseThrow().seq()).isEqualTo(3);
        }
    }

    @Test
    void refusesToAcknowledgeWhatIsClosedOrUnknown() {
        try (DeskFixture ward = open()) {
            // given
            ward.condition(start("a", SEVERITY_MEDIUM, 15));
            ward.condition(end("a", 40));

            // then
            assertThat(acknowledge(ward, "a", "").outcome()).isEqualTo(CommandAnswer.Outcome.CLOSED);
            assertThat(acknowledge(ward, "z", "").outcome()).isEqualTo(CommandAnswer.Outcome.UNKNOWN);
        }
    }
}
