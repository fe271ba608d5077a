package org.wardlight.simulators.connection;

import java.util.BitSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Remembers which messages were published and which of them the broker acknowledged with success, so that a run can be
 * checked for loss afterwards. One bit for each message; safe to use from any thread. A device may count under several boot
 * numbers: the run's, and that of what it stored before.
 */
public final class Ledger {

    private final Map<String, Map<Long, Page>> pages = new ConcurrentHashMap<>();

    /** Notes that a message was handed to the network; again for a message sent again. */
    public void published(String deviceId, long boot, long seq) {
        page(deviceId, boot).note(seq, false);
    }

    /** Notes that the broker acknowledged a message with success. */
    public void acknowledged(String deviceId, long boot, long seq) {
        page(deviceId, boot).note(seq, true);
    }

    /** Different messages handed to the network. */
    public long publishedCount() {
        return all().mapToLong(Page::publishedCount).sum();
    }

    /** Different messages acknowledged with success. */
    public long acknowledgedCount() {
        return all().mapToLong(Page::acknowledgedCount).sum();
    }

    /** What was acknowledged so far, by device. */
    public Map<String, Acknowledged> acknowledged() {
        return pages.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, device -> acknowledged(device.getValue())));
    }

    private static Acknowledged acknowledged(Map<Long, Page> byBoot) {
        return new Acknowledged(byBoot.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, boot -> boot.getValue().acknowledged())));
    }

    private Page page(String deviceId, long boot) {
        return pages.computeIfAbsent(deviceId, id -> new ConcurrentHashMap<>())
                .computeIfAbsent(boot, number -> new Page());
    }

    private Stream<Page> all() {
        return pages.values().stream().flatMap(byBoot -> byBoot.values().stream());
    }

    /** The acknowledged messages of one device. */
    public static final class Acknowledged {

        private final Map<Long, BitSet> seqsByBoot;

        private Acknowledged(Map<Long, BitSet> seqsByBoot) {
            this.seqsByBoot = seqsByBoot;
        }

        /** The boot numbers under which the device counted. */
        public Set<Long> boots() {
            return seqsByBoot.keySet();
        }

        /** How many messages. */
        public long count() {
            return seqsByBoot.values().stream().mapToLong(BitSet::cardinality).sum();
        }

        /** Whether this message is among them. */
        public boolean contains(long boot, long seq) {
            return seq >= 0 && seq <= Integer.MAX_VALUE && of(boot).get((int) seq);
        }

        /** Their sequence numbers under one boot number, ascending. */
        public LongStream seqs(long boot) {
            return of(boot).stream().asLongStream();
        }

        private BitSet of(long boot) {
            return seqsByBoot.getOrDefault(boot, new BitSet());
        }
    }

    private static final class Page {

        private final BitSet published = new BitSet();
        private final BitSet acknowledged = new BitSet();

        private synchronized void note(long seq, boolean acknowledgement) {
            int bit = Math.toIntExact(seq);
            published.set(bit);
            if (acknowledgement) {
                acknowledged.set(bit);
            }
        }

        private synchronized long publishedCount() {
            return published.cardinality();
        }

        private synchronized long acknowledgedCount() {
            return acknowledged.cardinality();
        }

        private synchronized BitSet acknowledged() {
            return (BitSet) acknowledged.clone();
        }
    }
}
