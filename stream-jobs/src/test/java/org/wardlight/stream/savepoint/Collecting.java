package org.wardlight.stream.savepoint;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.wardlight.events.v1.AlarmCondition;

/** A sink that remembers conditions, for the one job that runs at a time, and forgets everything else. */
final class Collecting<T> implements Sink<T> {

    static final List<AlarmCondition> CONDITIONS = new CopyOnWriteArrayList<>();

    private static final long serialVersionUID = 1L;

    @Override
    public SinkWriter<T> createWriter(WriterInitContext context) {
        return new SinkWriter<>() {
            @Override
            public void write(T record, Context at) {
                if (record instanceof AlarmCondition condition) {
                    CONDITIONS.add(condition);
                }
            }

            @Override
            public void flush(boolean endOfInput) {
                // Nothing waits.
            }

            @Override
            public void close() {
                // It holds nothing.
            }
        };
    }
}
