package org.wardlight.station.register;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.Parser;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Reads columns that may be absent, and records that are kept as their bytes. */
final class Columns {

    private Columns() {}

    static @Nullable Long nullableLong(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }

    static <M extends Message> M record(ResultSet row, String column, Parser<M> parser) throws SQLException {
        try {
            return parser.parseFrom(row.getBytes(column));
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("unreadable record in column " + column + " of the register", e);
        }
    }
}
