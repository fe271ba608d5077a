package org.wardlight.trends.writing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.wardlight.trends.store.StoreAnswer;

/**
 * Records on their way to the store. When the store refuses some rows they are halved, until the row that it does not want
 * is alone: that one becomes a dead letter, and the others are written. The offsets may be committed when nothing is left.
 */
final class Batch {

    private final Deque<List<TrendRow>> parts = new ArrayDeque<>();
    private final Deque<DeadLetter> letters = new ArrayDeque<>();
    private final Map<TopicPartition, OffsetAndMetadata> next = new HashMap<>();
    private final Map<TopicPartition, Long> first = new HashMap<>();

    /** Adds the records of a poll. */
    void add(Iterable<ConsumerRecord<String, byte[]>> records) {
        List<TrendRow> rows = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : records) {
            RowMaking.make(record, rows::add, letters::add);
            TopicPartition partition = new TopicPartition(record.topic(), record.partition());
            first.putIfAbsent(partition, record.offset());
            next.put(partition, new OffsetAndMetadata(record.offset() + 1));
        }
        if (!rows.isEmpty()) {
            parts.addLast(rows);
        }
    }

    /** The rows to write next; absent when none are left. */
    @Nullable
    List<TrendRow> rows() {
        return parts.peekFirst();
    }

    /** The store has answered about {@link #rows()}. */
    void answered(StoreAnswer answer) {
        if (answer instanceof StoreAnswer.TryAgain) {
            return;
        }
        List<TrendRow> rows = parts.removeFirst();
        if (answer instanceof StoreAnswer.Refused refused) {
            if (rows.size() == 1) {
                letters.addLast(DeadLetter.ofRow(rows.get(0), refused.detail()));
            } else {
                int half = rows.size() / 2;
                parts.addFirst(rows.subList(half, rows.size()));
                parts.addFirst(rows.subList(0, half));
            }
        }
    }

    /** Gives away the dead letters; one whose taking fails stays for the next time. */
    void post(Consumer<DeadLetter> post) {
        while (!letters.isEmpty()) {
            post.accept(letters.element());
            letters.remove();
        }
    }

    /** How many rows are left. */
    int size() {
        return parts.stream().mapToInt(List::size).sum();
    }

    /** Whether every record is either kept by the store or a posted dead letter. */
    boolean isDone() {
        return parts.isEmpty() && letters.isEmpty();
    }

    /** Where this batch begins in the log. */
    Map<TopicPartition, Long> first() {
        return Map.copyOf(first);
    }

    /** Where the log goes on after this batch. */
    Map<TopicPartition, OffsetAndMetadata> next() {
        return Map.copyOf(next);
    }
}
