package org.wardlight.bench.driving;

import java.util.BitSet;

/** What the driver sent and what was acknowledged to it, message by message. */
public final class Sent {

    private final BitSet[] acknowledged;
    private long sent;

    /** For so many beds. */
    public Sent(int beds) {
        acknowledged = new BitSet[beds];
        for (int bed = 0; bed < beds; bed++) {
            acknowledged[bed] = new BitSet();
        }
    }

    /** A message was handed to the network. */
    public synchronized void sent(int bed, long seq) {
        sent++;
    }

    /** The broker has it. */
    public void acknowledged(int bed, long seq) {
        synchronized (acknowledged[bed]) {
            acknowledged[bed].set((int) seq);
        }
    }

    /** Messages sent. */
    public synchronized long count() {
        return sent;
    }

    /** Messages acknowledged. */
    public long acknowledgedCount() {
        long count = 0;
        for (BitSet bed : acknowledged) {
            synchronized (bed) {
                count += bed.cardinality();
            }
        }
        return count;
    }

    /** How many of the acknowledged ones of a bed are not among these. */
    public long missing(int bed, BitSet found) {
        synchronized (acknowledged[bed]) {
            BitSet missing = (BitSet) acknowledged[bed].clone();
            missing.andNot(found);
            return missing.cardinality();
        }
    }
}
