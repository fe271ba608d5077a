package org.wardlight.app.demo;

import java.util.List;
import org.wardlight.events.Topics.Topic;

/** Reads a topic from its first record to the last one it has now. */
final class WholeTopic {

    private WholeTopic() {}

    static void read(String kafka, Topic topic, LogReader.Reader reader) {
        LogReader.fromBeginning(kafka, List.of(topic)).readOn(reader, () -> false);
    }
}
