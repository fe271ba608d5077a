package org.wardlight.simulators.playback;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wardlight.simulators.connection.DeviceLink;
import org.wardlight.simulators.connection.Ledger;
import org.wardlight.simulators.connection.LinkFigures;
import org.wardlight.simulators.connection.LinkSettings;
import org.wardlight.simulators.connection.Loop;
import org.wardlight.simulators.device.DeviceProfile;
import org.wardlight.simulators.device.SimulatedDevice;
import org.wardlight.simulators.timeline.HistoryTimeline;
import org.wardlight.simulators.timeline.Programme;

@Timeout(30)
class HistoryPlaybackTest {

    private static final SimulatedDevice DEVICE = new SimulatedDevice("mon-01", DeviceProfile.BEDSIDE_MONITOR, 1);

    private final Loop loop = new Loop("history");
    private final CountDownLatch beats = new CountDownLatch(6);

    @AfterEach
    void close() {
        loop.close();
    }

    @Test
    void wholeWardSendsAHundredMessagesASecondAndALargeOneFewer() {
        assertThat(HistoryPlayback.pauseFor(1)).isEqualTo(Duration.ofMillis(50));
        assertThat(HistoryPlayback.pauseFor(100)).isEqualTo(Duration.ofMillis(50));
        assertThat(HistoryPlayback.pauseFor(1_000)).isEqualTo(Duration.ofMillis(500));
    }

    @Test
    void keepsThePauseOfALargeWard() throws Exception {
        long began = System.nanoTime();
        playback(400, () -> false).start();

        assertThat(beats.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThanOrEqualTo(Duration.ofMillis(6 * 200));
    }

    @Test
    void sendsNothingBeforeLiveMessagesArrive() throws Exception {
        HistoryPlayback playback = playback(1, () -> false);
        playback.start();

        assertThat(beats.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(playback.progress().sent()).isZero();
    }

    @Test
    void putsNoMoreThanThreeOnAConnectionThatIsDown() throws Exception {
        HistoryPlayback playback = playback(1, () -> true);
        playback.start();

        assertThat(beats.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(playback.progress()).isEqualTo(new HistoryProgress(3, 96));
    }

    private HistoryPlayback playback(int devices, BooleanSupplier liveArrives) {
        HistoryTimeline day = new Programme.Course("stable")
                .history(List.of(DEVICE), 7, Instant.parse("2026-11-26T12:00:00Z"), Duration.ofHours(24))
                .get(0);
        HistoryPlayback.Line line = new HistoryPlayback.Line(day, neverConnected(), "readings");
        return new HistoryPlayback(Collections.nCopies(devices, line), loop, () -> {
            beats.countDown();
            return liveArrives.getAsBoolean();
        });
    }

    private DeviceLink neverConnected() {
        LinkSettings settings =
                new LinkSettings(URI.create("mqtt://127.0.0.1:1"), DEVICE.deviceId(), "status", 1, 100, null);
        LinkFigures figures = new LinkFigures(new SimpleMeterRegistry());
        return new DeviceLink(
                settings,
                new DeviceLink.Surroundings(loop, Runnable::run, InstantSource.system(), new Ledger(), figures),
                List::of);
    }
}
