package org.wardlight.stream.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wardlight.events.v1.Sequence;
import org.wardlight.stream.sequence.SequenceOrder.Verdict;

class SequenceOrderTest {

    private final SequenceState state = new SequenceState();
    private final SequenceOrder order = new SequenceOrder(state);

    @Test
    void appliesConsecutiveNumbersAtOnce() {
        assertThat(admit(1, 10, 0)).isEqualTo(Verdict.NEXT);
        assertThat(admit(1, 11, 1)).isEqualTo(Verdict.NEXT);
    }

    @Test
    void dropsARepeatWheneverItComes() {
        admit(1, 10, 0);
        admit(1, 11, 1);

        assertThat(admit(1, 10, 100_000_000)).isEqualTo(Verdict.DUPLICATE);
        assertThat(admit(1, 11, 100_000_000)).isEqualTo(Verdict.DUPLICATE);
    }

    @Test
    void releasesFollowersInOrderWhenTheGapFills() {
        admit(1, 1, 0);
        assertThat(admit(1, 4, 10)).isEqualTo(Verdict.HELD);
        assertThat(admit(1, 3, 20)).isEqualTo(Verdict.HELD);

        assertThat(admit(1, 2, 30)).isEqualTo(Verdict.NEXT);

        assertThat(followers()).containsExactly(3L, 4L);
        assertThat(order.nextDueMillis()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void givesAGapUpAfterASecond() {
        admit(1, 1, 0);
        admit(1, 3, 500);

        assertThat(order.nextDueMillis()).isEqualTo(1500);
        Optional<HeldMessage> released = order.takeOverdue(1500);

        assertThat(released).map(message -> message.seq).contains(3L);
        assertThat(admit(1, 4, 1600)).isEqualTo(Verdict.NEXT);
    }

    @Test
    void treatsAMessageOfAGapThatWasGivenUpAsHistory() {
        admit(1, 1, 0);
        admit(1, 3, 500);
        order.takeOverdue(1500);

        assertThat(admit(1, 2, 2000)).isEqualTo(Verdict.OVERTAKEN);
        assertThat(admit(1, 2, 2001)).isEqualTo(Verdict.DUPLICATE);
    }

    @Test
    void countsEachBootOnItsOwn() {
        admit(1, 500, 0);

        assertThat(admit(2, 1, 10)).isEqualTo(Verdict.NEXT);
        assertThat(admit(1, 501, 20)).isEqualTo(Verdict.NEXT);
    }

    @Test
    void doesNotGrowWithADeviceThatStartsAnewWithEveryMessage() {
        for (long boot = 1; boot <= 1000; boot++) {
            admit(boot, 1, boot);
        }

        assertThat(state.boots).hasSizeLessThanOrEqualTo(64);
        assertThat(admit(1000, 1, 1001)).isEqualTo(Verdict.DUPLICATE);
    }

    @Test
    void recognisesARepeatOfAMessageWithoutANumber() {
        ByteString hash = ByteString.copyFromUtf8("sixteen bytes...");

        assertThat(order.admit(hash)).isEqualTo(Verdict.NEXT);
        assertThat(order.admit(hash)).isEqualTo(Verdict.DUPLICATE);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void appliesEveryNumberOnceAndInOrderWhateverIsRepeatedOrShuffledWithinTheSecond(long seed) {
        Random random = new Random(seed);
        List<Long> applied = new ArrayList<>();
        List<Long> sent = shuffledWithRepeats(random, 300);

        // The first number decides where a boot begins, so it comes first.
        admitAll(0L, 0, applied);
        for (int i = 0; i < sent.size(); i++) {
            admitAll(sent.get(i), i, applied);
        }

        assertThat(applied).isSorted().doesNotHaveDuplicates().hasSize(301);
    }

    @Test
    void keepsTheRangesOfARandomHistoryExactlyAsASetWould() {
        Random random = new Random(42);
        long[] ranges = new long[0];
        BitSet expected = new BitSet();
        for (int i = 0; i < 10_000; i++) {
            int number = random.nextInt(400);
            assertThat(SeenRanges.contains(ranges, number)).isEqualTo(expected.get(number));
            if (!expected.get(number)) {
                ranges = SeenRanges.add(ranges, number, 1000);
                expected.set(number);
            }
        }
        assertThat(ranges).isEqualTo(new long[] {0, 399});
    }

    private void admitAll(long seq, long now, List<Long> applied) {
        if (admit(1, seq, now) == Verdict.NEXT) {
            applied.add(seq);
            applied.addAll(followers());
        }
    }

    private static List<Long> shuffledWithRepeats(Random random, int count) {
        List<Long> sent = new ArrayList<>();
        for (long seq = 1; seq <= count; seq++) {
            sent.add(seq);
            if (random.nextInt(10) == 0) {
                sent.add(seq);
            }
        }
        for (int i = 0; i + 5 < sent.size(); i++) {
            int j = i + random.nextInt(5);
            Long swapped = sent.get(i);
            sent.set(i, sent.get(j));
            sent.set(j, swapped);
        }
        return sent;
    }

    private Verdict admit(long boot, long seq, long now) {
        return order.admit(Sequence.newBuilder().setBoot(boot).setSeq(seq).build(), new byte[] {1}, now);
    }

    private List<Long> followers() {
        List<Long> seqs = new ArrayList<>();
        for (Optional<HeldMessage> next = order.takeFollower(); next.isPresent(); next = order.takeFollower()) {
            seqs.add(next.get().seq);
        }
        return seqs;
    }
}
