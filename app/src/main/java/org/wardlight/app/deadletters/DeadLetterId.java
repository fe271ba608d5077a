package org.wardlight.app.deadletters;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wardlight.app.terminal.CommandFailure;

/** Where a rejected message stands: {@code 3-17} is partition 3, offset 17. */
record DeadLetterId(int partition, long offset) {

    private static final Pattern SHAPE = Pattern.compile("(\\d{1,5})-(\\d{1,18})");

    static DeadLetterId parse(String text) {
        Matcher matcher = SHAPE.matcher(text);
        if (!matcher.matches()) {
            throw CommandFailure.usage(
                    "'" + text + "' is not the id of a dead letter.",
                    "Ids look like 3-17 and stand at the beginning of each line of 'wardlight dlq list'.");
        }
        return new DeadLetterId(Integer.parseInt(matcher.group(1)), Long.parseLong(matcher.group(2)));
    }

    @Override
    public String toString() {
        return partition + "-" + offset;
    }
}
