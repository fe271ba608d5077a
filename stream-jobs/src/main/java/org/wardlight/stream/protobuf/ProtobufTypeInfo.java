package org.wardlight.stream.protobuf;

import com.google.protobuf.Message;
import org.apache.flink.api.common.serialization.SerializerConfig;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Tells Flink how to carry a protobuf record: as its own bytes. The records are immutable, so they are never copied, and they
 * grow by protobuf's own rules.
 *
 * @see <a href="../../../../../../../../docs/adr/0009-carry-protobuf-through-flink.md">ADR 9</a>
 */
public final class ProtobufTypeInfo<T extends Message> extends TypeInformation<T> {

    private static final long serialVersionUID = 1L;

    private final Class<T> type;

    private ProtobufTypeInfo(Class<T> type) {
        this.type = type;
    }

    /** The type information of a generated record class. */
    public static <T extends Message> ProtobufTypeInfo<T> forRecord(Class<T> type) {
        return new ProtobufTypeInfo<>(type);
    }

    @Override
    public boolean isBasicType() {
        return false;
    }

    @Override
    public boolean isTupleType() {
        return false;
    }

    @Override
    public int getArity() {
        return 1;
    }

    @Override
    public int getTotalFields() {
        return 1;
    }

    @Override
    public Class<T> getTypeClass() {
        return type;
    }

    @Override
    public boolean isKeyType() {
        return false;
    }

    @Override
    public TypeSerializer<T> createSerializer(SerializerConfig config) {
        return new ProtobufSerializer<>(type);
    }

    @Override
    public String toString() {
        return "Protobuf<" + type.getSimpleName() + ">";
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ProtobufTypeInfo<?> that && that.type == type;
    }

    @Override
    public int hashCode() {
        return type.hashCode();
    }

    @Override
    public boolean canEqual(Object other) {
        return other instanceof ProtobufTypeInfo;
    }
}
