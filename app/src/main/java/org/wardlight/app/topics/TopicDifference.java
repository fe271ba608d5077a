package org.wardlight.app.topics;

/**
 * Where a topic in Kafka is not as declared.
 *
 * @param topic full name
 * @param aspect {@code topic}, {@code partitions} or the name of a Kafka setting
 * @param wanted what the declaration says
 * @param actual what Kafka says
 */
public record TopicDifference(String topic, String aspect, String wanted, String actual) {

    static final String WHOLE = "topic";
    static final String PARTITIONS = "partitions";

    static TopicDifference missing(String topic) {
        return new TopicDifference(topic, WHOLE, "present", "missing");
    }

    /** Whether the topic is not there at all. */
    public boolean isMissing() {
        return aspect.equals(WHOLE);
    }

    /** Whether it can be mended without touching the order of records: all but the number of partitions. */
    public boolean isMendable() {
        return !aspect.equals(PARTITIONS);
    }

    @Override
    public String toString() {
        return isMissing() ? topic + ": missing" : topic + ": " + aspect + " is " + actual + ", declared " + wanted;
    }
}
