package org.wardlight.ingest.bridge;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/**
 * Decides when a message may be acknowledged to the broker. One gate per connection: packet ids are used again on the next
 * one, where an acknowledgement of the old one would confirm somebody else's message. So a gate that was closed never
 * acknowledges, and a receipt is told apart by itself, not by its packet id. Acknowledges in the order of arrival, as
 * MQTT 5.0 section 4.6 asks for.
 */
final class AckGate {

    private final IntConsumer acknowledge;
    private final Consumer<Exception> broken;
    private final Queue<Receipt> unacknowledged = new ArrayDeque<>();
    private boolean closed;

    /**
     * The gate of a new connection.
     *
     * @param acknowledge sends the acknowledgement of a packet id on this connection
     * @param broken is told when the connection must be dropped, because a message could not be stored
     */
    AckGate(IntConsumer acknowledge, Consumer<Exception> broken) {
        this.acknowledge = acknowledge;
        this.broken = broken;
    }

    /** A message that wants an acknowledgement arrived. */
    synchronized Receipt arrived(int packetId) {
        Receipt receipt = new Receipt(this, packetId);
        unacknowledged.add(receipt);
        return receipt;
    }

    /** A message of quality 0 arrived: nobody waits for its acknowledgement. */
    Receipt arrivedUnconfirmed() {
        return new Receipt(this, 0);
    }

    /** The connection is gone or about to go. */
    synchronized void close() {
        closed = true;
        unacknowledged.clear();
    }

    private synchronized void stored(Receipt receipt) {
        receipt.stored = true;
        while (!closed && !unacknowledged.isEmpty() && unacknowledged.peek().stored) {
            Receipt next = unacknowledged.remove();
            try {
                acknowledge.accept(next.packetId);
            } catch (RuntimeException e) {
                closed = true; // a lost acknowledgement would stall the broker's queue
                broken.accept(e);
            }
        }
    }

    private synchronized void failed(Exception cause) {
        if (!closed) {
            closed = true;
            broken.accept(cause);
        }
    }

    /** The claim of one message on its acknowledgement. */
    static final class Receipt {

        private final AckGate gate;
        private final int packetId;
        private boolean stored; // guarded by the gate

        private Receipt(AckGate gate, int packetId) {
            this.gate = gate;
            this.packetId = packetId;
        }

        /** Kafka has it. */
        void stored() {
            gate.stored(this);
        }

        /** Kafka does not have it, or nobody can tell. */
        void failed(Exception cause) {
            gate.failed(cause);
        }
    }
}
