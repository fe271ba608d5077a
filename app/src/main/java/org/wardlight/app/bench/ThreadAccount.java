package org.wardlight.app.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** CPU time of the Java threads of this process that live; threads that do the same work count as one. */
final class ThreadAccount {

    /** Flink's place of a subtask, or the number of a thread in its pool. */
    private static final Pattern NUMBER = Pattern.compile("( \\(\\d+/\\d+\\)#\\d+|[-_]\\d+)$");

    private ThreadAccount() {}

    /** Nanoseconds by the name of the work. */
    static Map<String, Long> nanos() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        Map<String, Long> nanos = new TreeMap<>();
        for (var thread : threads.getThreadInfo(threads.getAllThreadIds())) {
            if (thread != null) {
                long used = threads.getThreadCpuTime(thread.getThreadId());
                nanos.merge(work(thread.getThreadName()), Math.max(0, used), Long::sum);
            }
        }
        return nanos;
    }

    /** The name of a thread without its number. */
    static String work(String threadName) {
        return NUMBER.matcher(threadName).replaceFirst("");
    }
}
