package org.wardlight.simulators.playback;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.wardlight.simulators.connection.DeviceLink;
import org.wardlight.simulators.connection.Loop;
import org.wardlight.simulators.connection.Publication;
import org.wardlight.simulators.timeline.HistoryTimeline;

/**
 * Sends what the devices stored before the run in between their live messages: in turn, oldest first, at most
 * {@value #PER_SECOND} messages a second over the whole ward, and never on a connection that still has something to do. More than
 * {@value #AT_FULL_PACE} devices leave a machine less time for it: the rate falls as their number grows. Paced by the wall: a faster
 * ward clock does not make a machine faster. It begins when live messages have been seen to arrive, so
 * that a start is not slowed. All methods may be called from any thread; the work is done on the loop.
 */
public final class HistoryPlayback {

    static final int PER_SECOND = 100;

    /** So many at full pace. A message of history is some hundred readings, and live ones must never wait for it. */
    static final int AT_FULL_PACE = 100;

    private static final int PER_BEAT = 5;
    private static final Duration BEAT = Duration.ofMillis(1_000L * PER_BEAT / PER_SECOND);

    /** A live message waits behind no more than this many. */
    private static final int MOST_ON_A_LINK = 3;

    private final Deque<Line> lines;
    private final Loop loop;
    private final BooleanSupplier liveArrives;
    private final Duration pause;
    private final long total;
    private final AtomicLong sent = new AtomicLong();
    private boolean stopped;

    /**
     * The way of one device's history to the broker.
     *
     * @param timeline what it stored
     * @param link over which connection
     * @param readingTopic where to
     */
    public record Line(HistoryTimeline timeline, DeviceLink link, String readingTopic) {}

    /**
     * One that has not begun.
     *
     * @param liveArrives whether the first live message has been acknowledged
     */
    public HistoryPlayback(Collection<Line> lines, Loop loop, BooleanSupplier liveArrives) {
        this.lines = new ArrayDeque<>(lines);
        this.loop = loop;
        this.liveArrives = liveArrives;
        this.pause = pauseFor(lines.size());
        this.total = lines.stream().mapToLong(line -> line.timeline().count()).sum();
    }

    /** Begins, as soon as live messages arrive. */
    public void start() {
        if (total > 0) {
            loop.after(pause, this::beat);
        }
    }

    /** Sends nothing more. */
    public void stop() {
        loop.run(() -> stopped = true);
    }

    /** How far it is. */
    public HistoryProgress progress() {
        return new HistoryProgress(sent.get(), total);
    }

    /** From one beat to the next. */
    static Duration pauseFor(int devices) {
        return BEAT.multipliedBy(Math.max(AT_FULL_PACE, devices)).dividedBy(AT_FULL_PACE);
    }

    private void beat() {
        if (stopped || lines.isEmpty()) {
            return;
        }
        if (liveArrives.getAsBoolean()) {
            sendSome();
        }
        loop.after(pause, this::beat);
    }

    private void sendSome() {
        int left = PER_BEAT;
        for (int tries = lines.size(); tries > 0 && left > 0; tries--) {
            Line line = lines.remove();
            if (line.link().unacknowledged() < MOST_ON_A_LINK) {
                line.link()
                        .send(new Publication.Reading(
                                line.readingTopic(), line.timeline().next()));
                sent.incrementAndGet();
                left--;
            }
            if (line.timeline().hasNext()) {
                lines.add(line);
            }
        }
    }
}
