package org.wardlight.simulators.playback;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;
import org.wardlight.events.WardClock;
import org.wardlight.simulators.connection.DeviceLink;
import org.wardlight.simulators.connection.Loop;
import org.wardlight.simulators.connection.Publication;
import org.wardlight.simulators.timeline.DeviceTimeline;

/**
 * Gives every message to its link when the ward clock reaches it. A late loop catches up: messages are delayed, never
 * skipped. All methods may be called from any thread; the work is done on the loop.
 */
public final class Playback {

    /** Messages in one go, before acknowledgements get their turn. */
    private static final int BATCH = 500;

    private static final Duration LONGEST_WAIT = Duration.ofMillis(200);

    private final Loop loop;
    private final WardClock clock;
    private final Map<String, Channel> channels = new HashMap<>();
    private final PriorityQueue<Cue> cues = new PriorityQueue<>(
            Comparator.comparing(Cue::at).thenComparing(cue -> cue.channel().deviceId()));

    private boolean stopped;
    private volatile boolean ended;

    /**
     * The way of one device to the broker.
     *
     * @param timeline what it sends
     * @param link over which connection
     * @param readingTopic where to
     * @param ownLink whether no other device shares the connection, so that a lost network closes it
     */
    public record Channel(DeviceTimeline timeline, DeviceLink link, String readingTopic, boolean ownLink) {

        String deviceId() {
            return timeline.device().deviceId();
        }
    }

    /** Something to do at a ward time; the message that is due when there is no action. */
    private record Cue(
            Instant at, Channel channel, @Nullable Runnable action) {}

    /** A playback that has not begun. */
    public Playback(List<Channel> channels, Loop loop, WardClock clock) {
        this.loop = loop;
        this.clock = clock;
        channels.forEach(channel -> this.channels.put(channel.deviceId(), channel));
    }

    /** Begins. */
    public void start() {
        loop.run(() -> {
            channels.values().forEach(channel -> {
                cueOutage(channel);
                cueNext(channel);
            });
            tick();
        });
    }

    /** Publishes nothing more. */
    public void stop() {
        loop.run(() -> {
            stopped = true;
            cues.clear();
        });
    }

    /** Stops one device, as if switched off; its connection stays. */
    public void silence(String deviceId) {
        Channel channel = channel(deviceId);
        loop.run(() -> unqueue(channel));
    }

    /** Stops every device. */
    public void silenceAll() {
        channels.keySet().forEach(this::silence);
    }

    /** Lets a silent device go on measuring now. */
    public void resume(String deviceId) {
        Channel channel = channel(deviceId);
        loop.run(() -> {
            unqueue(channel);
            channel.timeline().resumeAt(clock.instant());
            cueNext(channel);
        });
    }

    /** Whether every device has fallen silent and nothing is left to be given to a link. */
    public boolean hasEnded() {
        return ended;
    }

    private void tick() {
        Instant now = clock.instant();
        for (int i = 0; i < BATCH && isDue(now); i++) {
            play(cues.remove());
        }
        ended = cues.isEmpty();
        if (!stopped) {
            loop.after(untilNext(), this::tick);
        }
    }

    private boolean isDue(Instant now) {
        Cue next = cues.peek();
        return next != null && !next.at().isAfter(now);
    }

    private void play(Cue cue) {
        if (cue.action() != null) {
            cue.action().run();
            return;
        }
        Channel channel = cue.channel();
        channel.link()
                .send(new Publication.Reading(
                        channel.readingTopic(), channel.timeline().next()));
        cueNext(channel);
    }

    private Duration untilNext() {
        Cue next = cues.peek();
        if (next == null) {
            return LONGEST_WAIT;
        }
        Duration wait = clock.wallTime(Duration.between(clock.instant(), next.at()));
        if (wait.isNegative()) {
            return Duration.ZERO;
        }
        return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
    }

    private void cueNext(Channel channel) {
        Instant at = channel.timeline().nextAt();
        if (at != null && !stopped) {
            cues.add(new Cue(at, channel, null));
        }
    }

    private void cueOutage(Channel channel) {
        var outage = channel.timeline().outage();
        if (outage == null || !channel.ownLink()) {
            return;
        }
        Instant start = channel.timeline().start();
        DeviceLink link = channel.link();
        cues.add(new Cue(start.plus(outage.from()), channel, link::cut));
        cues.add(new Cue(start.plus(outage.until()), channel, link::restore));
    }

    private void unqueue(Channel channel) {
        cues.removeIf(cue -> cue.channel().equals(channel) && cue.action() == null);
    }

    private Channel channel(String deviceId) {
        Channel channel = channels.get(deviceId);
        if (channel == null) {
            throw new IllegalArgumentException("no simulated device of this id among " + channels.size());
        }
        return channel;
    }
}
