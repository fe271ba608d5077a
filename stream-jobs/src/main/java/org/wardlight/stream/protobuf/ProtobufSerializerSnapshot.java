package org.wardlight.stream.protobuf;

import com.google.protobuf.Message;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSchemaCompatibility;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.jspecify.annotations.Nullable;

/** Remembers in a savepoint which record was written; any version of the same record can be read. */
public final class ProtobufSerializerSnapshot<T extends Message> implements TypeSerializerSnapshot<T> {

    private static final int VERSION = 1;

    private @Nullable Class<T> type;

    /** For Flink, which reads the type afterwards. */
    public ProtobufSerializerSnapshot() {}

    ProtobufSerializerSnapshot(Class<T> type) {
        this.type = type;
    }

    @Override
    public int getCurrentVersion() {
        return VERSION;
    }

    @Override
    public void writeSnapshot(DataOutputView out) throws IOException {
        out.writeUTF(known().getName());
    }

    @Override
    @SuppressWarnings("unchecked") // written by writeSnapshot from a Class<T>
    public void readSnapshot(int version, DataInputView in, ClassLoader classLoader) throws IOException {
        String name = in.readUTF();
        try {
            type = (Class<T>) Class.forName(name, true, classLoader).asSubclass(Message.class);
        } catch (ClassNotFoundException e) {
            throw new IOException("savepoint holds a record this version does not know: " + name, e);
        }
    }

    @Override
    public TypeSerializer<T> restoreSerializer() {
        return new ProtobufSerializer<>(known());
    }

    @Override
    public TypeSerializerSchemaCompatibility<T> resolveSchemaCompatibility(TypeSerializerSnapshot<T> old) {
        return old instanceof ProtobufSerializerSnapshot<T> before && before.known() == known()
                ? TypeSerializerSchemaCompatibility.compatibleAsIs()
                : TypeSerializerSchemaCompatibility.incompatible();
    }

    private Class<T> known() {
        Class<T> known = type;
        if (known == null) {
            throw new IllegalStateException("serializer snapshot used before it was read");
        }
        return known;
    }
}
