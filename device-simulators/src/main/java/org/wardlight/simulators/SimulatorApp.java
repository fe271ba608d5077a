package org.wardlight.simulators;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wardlight.events.WardClock;
import org.wardlight.simulators.connection.ConnectionPlan;
import org.wardlight.simulators.connection.DeviceLink;
import org.wardlight.simulators.connection.DeviceTopics;
import org.wardlight.simulators.connection.Ledger;
import org.wardlight.simulators.connection.LinkFigures;
import org.wardlight.simulators.connection.LinkSettings;
import org.wardlight.simulators.connection.Loop;
import org.wardlight.simulators.connection.Publication;
import org.wardlight.simulators.device.SimulatedDevice;
import org.wardlight.simulators.playback.HistoryPlayback;
import org.wardlight.simulators.playback.HistoryProgress;
import org.wardlight.simulators.playback.Playback;
import org.wardlight.simulators.scenario.ExpectedCondition;
import org.wardlight.simulators.scenario.Wearing;
import org.wardlight.simulators.timeline.DeviceTimeline;
import org.wardlight.simulators.timeline.SimulatedWard;

/**
 * A ward of simulated devices that publish over MQTT on the ward clock. It starts whether or not the broker answers: what
 * cannot be sent is stored, connections are tried again, and {@link #problems()} tells.
 */
public final class SimulatorApp implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SimulatorApp.class);

    private static final Duration LAST_ACKNOWLEDGEMENTS = Duration.ofSeconds(2);
    private static final Duration LAST_DISCONNECTS = Duration.ofMillis(1_500);
    private static final Duration DRAIN_CHECK = Duration.ofMillis(20);

    private final Loop loop = new Loop("device-simulators");
    private final ExecutorService blocking = Executors.newCachedThreadPool(namedThreads());
    private final Ledger ledger = new Ledger();
    private final LinkFigures figures;
    private final SimulatedWard ward;
    private final List<DeviceLink> links = new ArrayList<>();
    private final Playback playback;
    private final HistoryPlayback history;

    private SimulatorApp(SimulatorConfig config, MeterRegistry metrics, WardClock clock) {
        this.figures = new LinkFigures(metrics);
        this.ward = config.programme().prepare(config.devices(), config.seed(), clock.instant());
        List<Playback.Channel> channels = channels(config, clock);
        this.playback = new Playback(channels, loop, clock);
        this.history = new HistoryPlayback(historyLines(config, channels), loop, () -> ledger.acknowledgedCount() > 0);
    }

    /** Starts connecting and measuring, and returns at once. */
    public static SimulatorApp start(SimulatorConfig config, MeterRegistry metrics, WardClock clock) {
        SimulatorApp app = new SimulatorApp(config, metrics, clock);
        app.links.forEach(DeviceLink::connectSoon);
        app.playback.start();
        app.history.start();
        LOG.info(
                "simulator=started devices={} connections={} scenario={} seed={}",
                config.devices().size(),
                app.links.size(),
                config.scenario(),
                config.seed());
        return app;
    }

    /** When the run started, ward time; scenarios and recordings count from here. */
    public Instant startedAt() {
        return ward.start();
    }

    /** What is really there, to be held against what was noticed; empty for recordings. */
    public List<ExpectedCondition> groundTruth() {
        return ward.groundTruth();
    }

    /** Who really wears which device, whatever the register believes; empty for recordings. */
    public List<Wearing> wearing() {
        return ward.wearing();
    }

    /** How far the devices are with what they stored before the run. */
    public HistoryProgress historyProgress() {
        return history.progress();
    }

    /** Whether every device has fallen silent for good: recordings that are played once are over. */
    public boolean hasEnded() {
        return playback.hasEnded() && historyProgress().isOver();
    }

    /** What was published and acknowledged. */
    public Ledger ledger() {
        return ledger;
    }

    /** Stops one device; its connection stays open. */
    public void silence(String deviceId) {
        playback.silence(deviceId);
    }

    /** Stops every device. */
    public void silenceAll() {
        playback.silenceAll();
    }

    /** Lets a silent device go on, also one that the scenario silenced. */
    public void resume(String deviceId) {
        playback.resume(deviceId);
    }

    /** What is wrong: empty when healthy, else part to one sentence. */
    public Map<String, String> problems() {
        Map<String, String> problems = new LinkedHashMap<>();
        loop.failure().ifPresent(cause -> problems.put("loop", "The simulator has broken down: " + cause + "."));
        List<String> down = links.stream()
                .map(DeviceLink::problem)
                .flatMap(Optional::stream)
                .toList();
        if (!down.isEmpty()) {
            problems.put(
                    "connections",
                    down.size() + " of " + links.size() + " connections are down, for example: " + down.get(0) + ".");
        }
        if (figures.refusedCount() > 0) {
            problems.put("refused", "The broker refused " + figures.refusedCount() + " messages.");
        }
        if (figures.overflowedCount() > 0) {
            problems.put("store", figures.overflowedCount() + " messages were dropped because a store was full.");
        }
        return problems;
    }

    /** Stops measuring, waits up to 2 s for the last acknowledgements, disconnects; under 4 s in all. */
    @Override
    public void close() {
        playback.stop();
        history.stop();
        CompletableFuture<Void> drained = new CompletableFuture<>();
        loop.run(() -> completeWhenDrained(drained));
        try {
            drained.get(LAST_ACKNOWLEDGEMENTS.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            LOG.warn("simulator=closing unacknowledged=some");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        disconnect();
        LOG.info("simulator=stopped published={} acknowledged={}", ledger.publishedCount(), ledger.acknowledgedCount());
    }

    private void completeWhenDrained(CompletableFuture<Void> drained) {
        if (links.stream().allMatch(link -> link.unacknowledged() == 0)) {
            drained.complete(null);
        } else {
            loop.after(DRAIN_CHECK, () -> completeWhenDrained(drained));
        }
    }

    private void disconnect() {
        CompletableFuture<Void> closed = new CompletableFuture<>();
        loop.run(() -> {
            links.forEach(DeviceLink::close);
            closed.complete(null);
        });
        try {
            closed.get(LAST_DISCONNECTS.toMillis() / 3, TimeUnit.MILLISECONDS);
            blocking.shutdown();
            if (!blocking.awaitTermination(LAST_DISCONNECTS.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.debug("connections=still_closing");
            }
        } catch (TimeoutException | ExecutionException e) {
            LOG.warn("simulator=closing connections=left_open");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            loop.close();
            blocking.shutdownNow();
        }
    }

    private List<Playback.Channel> channels(SimulatorConfig config, WardClock clock) {
        DeviceTopics topics = new DeviceTopics(config.site());
        DeviceLink.Surroundings around = new DeviceLink.Surroundings(loop, blocking, clock, ledger, figures);
        Map<String, DeviceTimeline> timelines = ward.timelines().stream()
                .collect(Collectors.toMap(timeline -> timeline.device().deviceId(), Function.identity()));
        List<String> deviceIds =
                config.devices().stream().map(SimulatedDevice::deviceId).toList();
        List<Playback.Channel> channels = new ArrayList<>();
        ConnectionPlan.of(deviceIds, config.maxConnections()).devicesByClient().forEach((clientId, speaksFor) -> {
            List<DeviceTimeline> own = speaksFor.stream().map(timelines::get).toList();
            LinkSettings settings = new LinkSettings(
                    config.mqtt(),
                    clientId,
                    topics.status(clientId),
                    config.inFlight(),
                    config.storedMessages(),
                    config.credentials());
            DeviceLink link = new DeviceLink(settings, around, () -> statuses(own, topics, clock));
            links.add(link);
            own.forEach(timeline -> channels.add(new Playback.Channel(
                    timeline, link, topics.readings(timeline.device().deviceId()), own.size() == 1)));
        });
        return channels;
    }

    private List<HistoryPlayback.Line> historyLines(SimulatorConfig config, List<Playback.Channel> channels) {
        Map<String, Playback.Channel> byDevice = channels.stream()
                .collect(Collectors.toMap(channel -> channel.timeline().device().deviceId(), Function.identity()));
        return config.programme().history(config.devices(), config.seed(), ward.start(), config.history()).stream()
                .map(timeline -> {
                    Playback.Channel channel = Objects.requireNonNull(
                            byDevice.get(timeline.device().deviceId()));
                    return new HistoryPlayback.Line(timeline, channel.link(), channel.readingTopic());
                })
                .toList();
    }

    private static List<Publication.Status> statuses(
            List<DeviceTimeline> timelines, DeviceTopics topics, WardClock clock) {
        return timelines.stream()
                .map(timeline -> new Publication.Status(
                        topics.status(timeline.device().deviceId()), timeline.batteryPercent(clock.instant())))
                .toList();
    }

    private static ThreadFactory namedThreads() {
        AtomicInteger count = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, "device-simulators-closing-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
