package org.wardlight.stream.sequence;

import com.google.protobuf.ByteString;
import java.time.Duration;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wardlight.events.v1.Sequence;

/**
 * Applies the messages of a device in the order of its own counter, once each.
 *
 * <p>A gap holds what follows it for at most a second of ingest time, then the missing message is given up (and counted);
 * should it come later it is history: {@link Verdict#OVERTAKEN}. Repeats are recognised by the ranges of numbers seen per boot
 * during 72 hours (the last 64 boots), or, for devices that do not count, by the hash of their last 256 messages.
 */
public final class SequenceOrder {

    /** How long a gap may hold what follows it. */
    public static final Duration GAP_PATIENCE = Duration.ofSeconds(1);

    private static final Duration BOOT_MEMORY = Duration.ofDays(3);
    private static final int MOST_HELD = 1000;
    private static final int MOST_HASHES = 256;
    private static final int MOST_RANGES = 64;
    private static final int MOST_BOOTS = 64;

    private final SequenceState state;

    /** Works on the given state, which it changes. */
    public SequenceOrder(SequenceState state) {
        this.state = state;
    }

    /** What to do with a message. */
    public enum Verdict {
        /** It is the next one: use it. */
        NEXT,
        /** One before it is missing: it is held. */
        HELD,
        /** A later one was already applied: history, never live. */
        OVERTAKEN,
        /** It was seen before. */
        DUPLICATE
    }

    /** Judges a message that its device counted; one that must wait is kept with its bytes. */
    public Verdict admit(Sequence sequence, byte[] observation, long nowMillis) {
        BootSequence boot = boot(sequence.getBoot(), sequence.getSeq(), nowMillis);
        long seq = sequence.getSeq();
        if (SeenRanges.contains(boot.seen, seq)) {
            return Verdict.DUPLICATE;
        }
        boot.seen = SeenRanges.add(boot.seen, seq, MOST_RANGES);
        if (seq < boot.applied) {
            return Verdict.OVERTAKEN;
        }
        if (seq == boot.applied + 1) {
            boot.applied = seq;
            return Verdict.NEXT;
        }
        hold(sequence, observation, nowMillis);
        return Verdict.HELD;
    }

    /** Judges a message that carries no number. */
    public Verdict admit(ByteString contentHash) {
        String hash = HexFormat.of().formatHex(contentHash.toByteArray());
        if (state.hashes.contains(hash)) {
            return Verdict.DUPLICATE;
        }
        state.hashes.add(hash);
        if (state.hashes.size() > MOST_HASHES) {
            state.hashes.remove(0);
        }
        return Verdict.NEXT;
    }

    /** The next held message that no longer has to wait because the gap before it has filled. */
    public Optional<HeldMessage> takeFollower() {
        for (HeldMessage message : state.held) {
            BootSequence boot = known(message.boot);
            if (boot != null && message.seq == boot.applied + 1) {
                return Optional.of(take(message, boot));
            }
        }
        return Optional.empty();
    }

    /** The message whose gap is given up at this time; its followers then come by {@link #takeFollower()}. */
    public Optional<HeldMessage> takeOverdue(long nowMillis) {
        return state.held.stream()
                .filter(message -> message.releaseMillis <= nowMillis)
                .min(Comparator.comparingLong((HeldMessage message) -> message.releaseMillis)
                        .thenComparingLong(message -> message.seq))
                .map(overdue -> lowestOfBoot(overdue.boot))
                .map(lowest -> take(lowest, boot(lowest.boot, lowest.seq, nowMillis)));
    }

    /** When the next gap is given up; {@link Long#MAX_VALUE} when none is open. */
    public long nextDueMillis() {
        return state.held.stream()
                .mapToLong(message -> message.releaseMillis)
                .min()
                .orElse(Long.MAX_VALUE);
    }

    private HeldMessage lowestOfBoot(long boot) {
        return state.held.stream()
                .filter(message -> message.boot == boot)
                .min(Comparator.comparingLong(message -> message.seq))
                .orElseThrow();
    }

    private HeldMessage take(HeldMessage message, BootSequence boot) {
        state.held.remove(message);
        boot.applied = message.seq;
        return message;
    }

    private void hold(Sequence sequence, byte[] observation, long nowMillis) {
        HeldMessage message = new HeldMessage();
        message.boot = sequence.getBoot();
        message.seq = sequence.getSeq();
        message.releaseMillis = nowMillis + GAP_PATIENCE.toMillis();
        message.observation = observation;
        if (state.held.size() >= MOST_HELD) {
            // A flood of gaps must not grow the state; the oldest is simply due now.
            state.held.get(0).releaseMillis = nowMillis;
        }
        state.held.add(message);
    }

    private BootSequence boot(long boot, long firstSeq, long nowMillis) {
        BootSequence known = known(boot);
        if (known == null) {
            state.boots.removeIf(other -> nowMillis - other.lastUsedMillis > BOOT_MEMORY.toMillis());
            forgetOldestBoot();
            known = new BootSequence();
            known.boot = boot;
            known.applied = firstSeq - 1;
            state.boots.add(known);
        }
        known.lastUsedMillis = nowMillis;
        return known;
    }

    /** A device that starts anew with every message must not grow the state. */
    private void forgetOldestBoot() {
        if (state.boots.size() < MOST_BOOTS) {
            return;
        }
        state.boots.stream()
                .filter(boot -> state.held.stream().noneMatch(message -> message.boot == boot.boot))
                .min(Comparator.comparingLong(boot -> boot.lastUsedMillis))
                .ifPresent(state.boots::remove);
    }

    private @Nullable BootSequence known(long boot) {
        List<BootSequence> boots = state.boots;
        for (int i = boots.size() - 1; i >= 0; i--) {
            if (boots.get(i).boot == boot) {
                return boots.get(i);
            }
        }
        return null;
    }
}
