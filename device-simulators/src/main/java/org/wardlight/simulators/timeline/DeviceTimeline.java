package org.wardlight.simulators.timeline;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wardlight.events.v1.Measurement;
import org.wardlight.events.v1.NativeMessage;
import org.wardlight.events.v1.Sequence;
import org.wardlight.simulators.device.DeviceProfile;
import org.wardlight.simulators.device.ReadingSource;
import org.wardlight.simulators.device.Signal;
import org.wardlight.simulators.device.SimulatedDevice;
import org.wardlight.simulators.payload.PayloadFormat;
import org.wardlight.simulators.physiology.SeededNoise;
import org.wardlight.simulators.scenario.DeviceFault;
import org.wardlight.simulators.scenario.DeviceScript;

/**
 * The messages of one device in the order in which it publishes them, without end unless it falls silent.
 *
 * <p>A device measures at fixed ticks and publishes some tens of milliseconds later. The first message carries every
 * signal it has. While it has no network it keeps measuring; afterwards it publishes what it stored, oldest first, at
 * {@value #REPLAY_SPEED} times the speed in between the live messages: with the old device times, a new sent time, and the
 * next sequence numbers, because {@code seq} counts publications. Not thread-safe.
 */
public final class DeviceTimeline implements Iterator<TimedMessage> {

    static final int REPLAY_SPEED = 20;

    private static final int LEAST_LAG_MILLIS = 20;
    private static final int LAG_SPREAD_MILLIS = 40;

    /** Devices that speak rarely begin soon all the same: nobody waits an hour for the first value. */
    private static final long MOST_PHASE_MILLIS = 10_000;

    private final Part part;
    private final ReadingSource source;
    private final SeededNoise lag;
    private final long intervalMillis;
    private final Instant firstTick;
    private final PayloadFormat format;
    private final Deque<Long> stored = new ArrayDeque<>();
    private final Repeats repeats;
    private final Queue<TimedMessage> copies =
            new PriorityQueue<>(Comparator.comparing(TimedMessage::at).thenComparing(TimedMessage::seq));

    private boolean neverSilent;
    private boolean everythingNext = true;
    private long tick;
    private long replayed;
    private long seq;

    /**
     * Who plays what.
     *
     * @param device the device
     * @param script what happens to it
     * @param seed of the run
     * @param start of the run, ward time
     * @param boot the device's boot number
     */
    record Part(SimulatedDevice device, DeviceScript script, long seed, Instant start, long boot) {}

    /** A device on a simulated patient. */
    DeviceTimeline(Part part) {
        this(part, new ScriptedPatient(part), formatOf(part.device()));
    }

    /** A device whose readings come from elsewhere; of the script, only what concerns its network and silence counts. */
    DeviceTimeline(Part part, ReadingSource source, PayloadFormat format) {
        SimulatedDevice device = part.device();
        this.part = part;
        this.source = source;
        this.format = format;
        this.lag = new SeededNoise(part.seed(), "lag-" + device.deviceId());
        this.intervalMillis = device.profile().interval().toMillis();
        this.firstTick = firstTick(part);
        this.repeats = new Repeats(
                new SeededNoise(part.seed(), "repeats-" + device.deviceId()),
                device.profile().interval());
    }

    /** The monitors in even beds write protobuf, everything else JSON, so that every simulated ward exercises both. */
    static PayloadFormat formatOf(SimulatedDevice device) {
        boolean evenMonitor = device.profile().equals(DeviceProfile.BEDSIDE_MONITOR) && device.bedIndex() % 2 == 0;
        return evenMonitor ? PayloadFormat.PROTOBUF : PayloadFormat.JSON;
    }

    /** When the device measures first; devices are offset against each other. */
    static Instant firstTick(Part part) {
        SeededNoise phase =
                new SeededNoise(part.seed(), "phase-" + part.device().deviceId());
        long spread = Math.min(part.device().profile().interval().toMillis(), MOST_PHASE_MILLIS);
        return part.start().plusMillis(phase.below(Math.toIntExact(spread), 0));
    }

    /** Whose timeline it is. */
    public SimulatedDevice device() {
        return part.device();
    }

    /** The time without network, if the script has one. */
    public DeviceFault.@Nullable Outage outage() {
        return part.script().fault().outage();
    }

    /** When the run started. */
    public Instant start() {
        return part.start();
    }

    /** Battery charge in % at a moment. */
    public int batteryPercent(Instant at) {
        return source.batteryPercent(at);
    }

    @Override
    public boolean hasNext() {
        return nextAt() != null;
    }

    /** When the next message is to be published; null when the device has fallen silent. */
    public @Nullable Instant nextAt() {
        if (part.script().fault().repeats()) {
            makeCopies();
        }
        TimedMessage copy = copies.peek();
        return copy == null ? nextOwnAt() : copy.at();
    }

    /** The device itself knows nothing of copies. */
    private @Nullable Instant nextOwnAt() {
        Instant live = nextLiveAt();
        Instant replay = nextReplayAt();
        return live == null || (replay != null && replay.isBefore(live)) ? replay : live;
    }

    @Override
    public TimedMessage next() {
        Instant at = nextAt();
        if (at == null) {
            throw new NoSuchElementException("the device has fallen silent");
        }
        return copies.isEmpty() ? nextOwn(at) : copies.remove();
    }

    /** Copies overtake each other: whatever is due before the earliest of them has to be made first. */
    private void makeCopies() {
        Instant own = nextOwnAt();
        while (own != null && (copies.isEmpty() || !copies.element().at().isBefore(own))) {
            copies.addAll(repeats.of(nextOwn(own)));
            own = nextOwnAt();
        }
    }

    private TimedMessage nextOwn(Instant at) {
        if (at.equals(nextLiveAt())) {
            return message(tick++, at);
        }
        replayed++;
        return message(stored.remove(), at);
    }

    /**
     * Lets a device that was silent go on measuring from a moment. What it would have measured in between does not exist
     * and takes no sequence number.
     */
    public void resumeAt(Instant moment) {
        long sinceFirst = Duration.between(firstTick, moment).toMillis();
        long skipped = Math.floorDiv(sinceFirst - 1, intervalMillis) + 1;
        neverSilent = true;
        everythingNext = true;
        tick = Math.max(tick, skipped);
    }

    /** Moves ticks without network into the store, and gives the publication time of the tick after them. */
    private @Nullable Instant nextLiveAt() {
        DeviceFault.Outage outage = outage();
        while (true) {
            Instant at = publishedAt(tick);
            if (!neverSilent && part.script().fault().isSilent(Duration.between(part.start(), measuredAt(tick)))) {
                return null;
            }
            if (outage == null || !outage.covers(Duration.between(part.start(), at))) {
                return at;
            }
            stored.add(tick++);
        }
    }

    private @Nullable Instant nextReplayAt() {
        DeviceFault.Outage outage = outage();
        if (outage == null || stored.isEmpty()) {
            return null;
        }
        return part.start().plus(outage.until()).plusMillis((replayed + 1) * intervalMillis / REPLAY_SPEED);
    }

    private Instant measuredAt(long atTick) {
        return firstTick.plusMillis(atTick * intervalMillis);
    }

    private Instant publishedAt(long atTick) {
        return measuredAt(atTick).plusMillis(LEAST_LAG_MILLIS + lag.below(LAG_SPREAD_MILLIS, atTick));
    }

    private TimedMessage message(long atTick, Instant at) {
        Duration clockAhead = part.script().fault().clockAhead();
        NativeMessage content = NativeMessage.newBuilder()
                .setDeviceId(part.device().deviceId())
                .setSequence(Sequence.newBuilder().setBoot(part.boot()).setSeq(++seq))
                .setSentTimeMs(at.plus(clockAhead).toEpochMilli())
                .addAllMeasurements(
                        readings(atTick).map(each -> shifted(each, clockAhead)).toList())
                .build();
        everythingNext = false;
        return new TimedMessage(at, format, content);
    }

    /** What was measured since the last message, oldest first. */
    private Stream<Measurement> readings(long atTick) {
        Stream<Measurement> atTheTick = read(due(atTick), measuredAt(atTick)).stream();
        return everythingNext ? atTheTick : Stream.concat(sinceTheTickBefore(atTick), atTheTick);
    }

    /** Signals that are faster than the messages. */
    private Stream<Measurement> sinceTheTickBefore(long atTick) {
        return part.device().profile().signals().stream().flatMap(signal -> {
            long every = signal.every().toMillis();
            return LongStream.iterate(intervalMillis - every, back -> back > 0, back -> back - every)
                    .mapToObj(back -> read(List.of(signal), measuredAt(atTick).minusMillis(back)))
                    .flatMap(List::stream);
        });
    }

    private List<Measurement> read(List<Signal> signals, Instant measured) {
        return source.read(signals, measured, Duration.between(part.start(), measured));
    }

    private static Measurement shifted(Measurement reading, Duration clockAhead) {
        return clockAhead.isZero()
                ? reading
                : reading.toBuilder()
                        .setDeviceTimeMs(reading.getDeviceTimeMs() + clockAhead.toMillis())
                        .build();
    }

    private List<Signal> due(long atTick) {
        List<Signal> signals = part.device().profile().signals();
        return everythingNext
                ? signals
                : signals.stream()
                        .filter(signal ->
                                atTick * intervalMillis % signal.every().toMillis() == 0)
                        .toList();
    }
}
