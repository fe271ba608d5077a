package org.wardlight.simulators.connection;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;

/**
 * Remembers which messages were published and which of them the broker acknowledged with success, so that a run can be
 * checked for loss afterwards. One bit for each message; safe to use from any thread.
 */
public final class Ledger {

    private final Map<String, Page> pages = new ConcurrentHashMap<>();

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
        return pages.values().stream().mapToLong(Page::publishedCount).sum();
    }

    /** Different messages acknowledged with success. */
    public long acknowledgedCount() {
        return pages.values().stream().mapToLong(Page::acknowledgedCount).sum();
    }

    /** What was acknowledged so far, by device. */
    public Map<String, Acknowledged> acknowledged() {
        Map<String, Acknowledged> copy = new HashMap<>();
        pages.forEach((deviceId, page) -> copy.put(deviceId, page.acknowledged()));
        return Map.copyOf(copy);
    }

    private Page page(String deviceId, long boot) {
        Page page = pages.computeIfAbsent(deviceId, id -> new Page(boot));
        if (page.boot != boot) {
            throw new IllegalStateException("a device has one boot in a run: noted " + page.boot + ", now " + boot);
        }
        return page;
    }

    /** The acknowledged messages of one device. */
    public static final class Acknowledged {

        private final long boot;
        private final BitSet seqs;

        private Acknowledged(long boot, BitSet seqs) {
            this.boot = boot;
            this.seqs = seqs;
        }

        /** The device's boot number. */
        public long boot() {
            return boot;
        }

        /** How many messages. */
        public long count() {
            return seqs.cardinality();
        }

        /** Whether this message is among them. */
        public boolean contains(long seq) {
            return seq >= 0 && seq <= Integer.MAX_VALUE && seqs.get((int) seq);
        }

        /** Their sequence numbers, ascending. */
        public LongStream seqs() {
            return seqs.stream().asLongStream();
        }
    }

    private static final class Page {

        private final long boot;
        private final BitSet published = new BitSet();
        private final BitSet acknowledged = new BitSet();

        private Page(long boot) {
            this.boot = boot;
        }

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

        private synchronized Acknowledged acknowledged() {
            return new Acknowledged(boot, (BitSet) acknowledged.clone());
        }
    }
}
