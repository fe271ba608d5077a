package org.wardlight.ingest.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AckGateTest {

    private final List<Integer> acknowledged = new ArrayList<>();
    private final List<Exception> broken = new ArrayList<>();

    @Test
    void acknowledgesOnlyWhatIsStored() {
        // given
        AckGate gate = gate();
        AckGate.Receipt first = gate.arrived(1);
        gate.arrived(2);

        // when
        first.stored();

        // then
        assertThat(acknowledged).containsExactly(1);
    }

    @Test
    void acknowledgesInTheOrderOfArrival() {
        // given
        AckGate gate = gate();
        AckGate.Receipt first = gate.arrived(1);
        AckGate.Receipt second = gate.arrived(2);
        AckGate.Receipt third = gate.arrived(3);

        // when
        third.stored();
        second.stored();
        List<Integer> early = List.copyOf(acknowledged);
        first.stored();

        // then
        assertThat(early).isEmpty();
        assertThat(acknowledged).containsExactly(1, 2, 3);
    }

    @Test
    void anAnswerForTheOldConnectionDoesNotAcknowledgeTheSamePacketIdOnTheNewOne() {
        // given packet id 1 on a connection that is lost, and again on the next
        AckGate old = gate();
        AckGate.Receipt lost = old.arrived(1);
        old.close();
        AckGate present = gate();
        AckGate.Receipt waiting = present.arrived(1);

        // when Kafka answers for the first
        lost.stored();

        // then
        assertThat(acknowledged).isEmpty();

        // when Kafka answers for the second
        waiting.stored();

        // then
        assertThat(acknowledged).containsExactly(1);
    }

    @Test
    void tellsApartTwoMessagesWithTheSamePacketIdOnOneConnection() {
        // given
        AckGate gate = gate();
        AckGate.Receipt first = gate.arrived(1);
        first.stored();
        AckGate.Receipt second = gate.arrived(1);

        // when the first is answered for twice
        first.stored();

        // then
        assertThat(acknowledged).containsExactly(1);

        // when
        second.stored();

        // then
        assertThat(acknowledged).containsExactly(1, 1);
    }

    @Test
    void aFailureBreaksTheConnectionOnceAndEndsAcknowledging() {
        // given
        AckGate gate = gate();
        AckGate.Receipt first = gate.arrived(1);
        AckGate.Receipt second = gate.arrived(2);
        AckGate.Receipt third = gate.arrived(3);

        // when
        second.failed(new IllegalStateException("log is away"));
        first.stored();
        third.failed(new IllegalStateException("log is away"));

        // then
        assertThat(broken).hasSize(1);
        assertThat(acknowledged).isEmpty();
    }

    @Test
    void aFailureOnAnOldConnectionLeavesTheNewOneAlone() {
        // given
        AckGate old = gate();
        AckGate.Receipt lost = old.arrived(1);
        old.close();

        // when
        lost.failed(new IllegalStateException("log is away"));

        // then
        assertThat(broken).isEmpty();
    }

    @Test
    void anAcknowledgementThatCannotBeSentBreaksTheConnection() {
        // given
        AckGate gate = new AckGate(
                packetId -> {
                    throw new IllegalStateException("not connected");
                },
                broken::add);
        AckGate.Receipt first = gate.arrived(1);
        AckGate.Receipt second = gate.arrived(2);

        // when
        first.stored();
        second.stored();

        // then
        assertThat(broken).hasSize(1);
    }

    @Test
    void aMessageThatNobodyConfirmsHoldsNothingUp() {
        // given
        AckGate gate = gate();
        AckGate.Receipt unconfirmed = gate.arrivedUnconfirmed();
        AckGate.Receipt first = gate.arrived(1);

        // when
        first.stored();
        unconfirmed.stored();

        // then
        assertThat(acknowledged).containsExactly(1);
    }

    private AckGate gate() {
        return new AckGate(acknowledged::add, broken::add);
    }
}
