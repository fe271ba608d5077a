package org.wardlight.station.feed;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.Parser;
import java.util.function.Consumer;
import org.wardlight.events.Topics;

/** A topic to read, from where, and who gets its records. */
public record Source(Topics.Topic topic, Start start, Receiver receiver) {

    /** Reads a topic of one kind of record. */
    public static <M extends Message> Source of(
            Topics.Topic topic, Start start, Parser<M> parser, Consumer<M> receiver) {
        return new Source(topic, start, bytes -> receiver.accept(parser.parseFrom(bytes)));
    }

    /** Where reading begins. */
    public enum Start {
        /** With the oldest record that is kept. */
        BEGINNING,
        /** A few minutes ago: what came before cannot be live any more. */
        RECENT
    }

    /** Takes the bytes of one record. */
    @FunctionalInterface
    public interface Receiver {
        /**
         * Takes one value.
         *
         * @throws InvalidProtocolBufferException when it is no such record
         */
        void accept(byte[] bytes) throws InvalidProtocolBufferException;
    }
}
