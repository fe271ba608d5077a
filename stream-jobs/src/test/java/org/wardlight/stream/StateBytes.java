package org.wardlight.stream;

import java.io.IOException;
import org.apache.flink.api.common.ExecutionConfig;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.core.memory.DataOutputSerializer;

/** How many bytes a state takes in a checkpoint. */
public final class StateBytes {

    private StateBytes() {}

    /** Of one value. */
    public static <S> int of(Class<S> type, S state) {
        DataOutputSerializer bytes = new DataOutputSerializer(1024);
        try {
            TypeInformation.of(type)
                    .createSerializer(new ExecutionConfig().getSerializerConfig())
                    .serialize(state, bytes);
        } catch (IOException e) {
            throw new IllegalStateException("state cannot be serialized", e);
        }
        return bytes.length();
    }
}
