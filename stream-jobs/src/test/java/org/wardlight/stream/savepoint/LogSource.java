package org.wardlight.stream.savepoint;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SourceSplit;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.core.io.InputStatus;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.jspecify.annotations.Nullable;
import org.wardlight.events.v1.RawRecord;

/** Plays {@link WardLog} up to a record, then only ticks, for as long as the job runs. Remembers its place. */
final class LogSource implements Source<RawRecord, LogSource.Place, Integer> {

    private static final long serialVersionUID = 1L;

    private final int until;

    LogSource(int until) {
        this.until = until;
    }

    /** How far it has read. */
    record Place(int next) implements SourceSplit {
        @Override
        public String splitId() {
            return "log";
        }
    }

    @Override
    public Boundedness getBoundedness() {
        return Boundedness.CONTINUOUS_UNBOUNDED;
    }

    @Override
    public SourceReader<RawRecord, Place> createReader(SourceReaderContext context) {
        return new Reader(until);
    }

    @Override
    public SplitEnumerator<Place, Integer> createEnumerator(SplitEnumeratorContext<Place> context) {
        return new Enumerator(context, 0);
    }

    @Override
    public SplitEnumerator<Place, Integer> restoreEnumerator(SplitEnumeratorContext<Place> context, Integer given) {
        return new Enumerator(context, given);
    }

    @Override
    public SimpleVersionedSerializer<Place> getSplitSerializer() {
        return new SimpleVersionedSerializer<>() {
            @Override
            public int getVersion() {
                return 1;
            }

            @Override
            public byte[] serialize(Place place) {
                return ByteBuffer.allocate(Integer.BYTES).putInt(place.next).array();
            }

            @Override
            public Place deserialize(int version, byte[] bytes) {
                return new Place(ByteBuffer.wrap(bytes).getInt());
            }
        };
    }

    @Override
    public SimpleVersionedSerializer<Integer> getEnumeratorCheckpointSerializer() {
        return new SimpleVersionedSerializer<>() {
            @Override
            public int getVersion() {
                return 1;
            }

            @Override
            public byte[] serialize(Integer given) {
                return ByteBuffer.allocate(Integer.BYTES).putInt(given).array();
            }

            @Override
            public Integer deserialize(int version, byte[] bytes) {
                return ByteBuffer.wrap(bytes).getInt();
            }
        };
    }

    private static final class Enumerator implements SplitEnumerator<Place, Integer> {

        private final SplitEnumeratorContext<Place> context;
        private final List<Place> returned = new ArrayList<>();
        private int given;

        private Enumerator(SplitEnumeratorContext<Place> context, int given) {
            this.context = context;
            this.given = given;
        }

        @Override
        public void start() {
            // Readers come by themselves.
        }

        @Override
        public void handleSplitRequest(int subtask, @Nullable String host) {
            // Nobody asks.
        }

        @Override
        public void addSplitsBack(List<Place> splits, int subtask) {
            returned.addAll(splits);
        }

        @Override
        public void addReader(int subtask) {
            if (!returned.isEmpty()) {
                context.assignSplit(returned.remove(0), subtask);
            } else if (given == 0) {
                given = 1;
                context.assignSplit(new Place(0), subtask);
            }
        }

        @Override
        public Integer snapshotState(long checkpointId) {
            return given;
        }

        @Override
        public void close() {
            // It holds nothing.
        }
    }

    private static final class Reader implements SourceReader<RawRecord, Place> {

        private static final long BETWEEN_TICKS_MILLIS = 5;

        private final int until;
        private final CompletableFuture<Void> placed = new CompletableFuture<>();
        private int next = -1;
        private long ticked;

        private Reader(int until) {
            this.until = until;
        }

        @Override
        public void start() {
            // Its place comes with the split.
        }

        @Override
        public InputStatus pollNext(ReaderOutput<RawRecord> output) throws InterruptedException {
            if (next < 0) {
                return InputStatus.NOTHING_AVAILABLE;
            }
            if (next < until) {
                output.collect(WardLog.record(next), WardLog.time(next));
                next++;
                return InputStatus.MORE_AVAILABLE;
            }
            Thread.sleep(BETWEEN_TICKS_MILLIS);
            ticked = Math.max(ticked, WardLog.time(until - 1));
            output.collect(WardLog.tick(ticked), ticked);
            return InputStatus.MORE_AVAILABLE;
        }

        @Override
        public List<Place> snapshotState(long checkpointId) {
            return next < 0 ? List.of() : List.of(new Place(next));
        }

        @Override
        public CompletableFuture<Void> isAvailable() {
            return placed;
        }

        @Override
        public void addSplits(List<Place> splits) {
            next = splits.get(0).next;
            placed.complete(null);
        }

        @Override
        public void notifyNoMoreSplits() {
            // There is one.
        }

        @Override
        public void close() {
            // It holds nothing.
        }
    }
}
