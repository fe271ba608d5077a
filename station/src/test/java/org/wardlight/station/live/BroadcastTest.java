package org.wardlight.station.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BroadcastTest {

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final Broadcast broadcast = new Broadcast("test", metrics);
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void end() {
        broadcast.close();
        threads.shutdownNow();
    }

    @Test
    void readerGetsTheFirstEventAndThenWhatFollows() throws Exception {
        Recorder recorder = new Recorder(3);
        CountDownLatch joined = new CountDownLatch(1);
        Future<?> serving = threads.submit(() -> broadcast.serve(() -> opened(joined, 0), recorder));
        await(joined);

        broadcast.publish(new Event("frame", 1, "1"));
        broadcast.publish(new Event("frame", 2, "2"));

        await(recorder.enough);
        assertThat(recorder.events).extracting(Event::json).containsExactly("first", "1", "2");
        assertThat(recorder.ids).containsExactly("1", "2", "3");
        broadcast.close();
        serving.get(2, TimeUnit.SECONDS);
    }

    @Test
    void eventThatTheFirstOneAlreadyShowsIsNotSent() throws Exception {
        Recorder recorder = new Recorder(2);
        CountDownLatch joined = new CountDownLatch(1);
        threads.execute(() -> broadcast.serve(
                () -> {
                    broadcast.publish(new Event("frame", 6, "already shown"));
                    return opened(joined, 7);
                },
                recorder));
        await(joined);

        broadcast.publish(new Event("frame", 8, "new"));

        await(recorder.enough);
        assertThat(recorder.events).extracting(Event::json).containsExactly("first", "new");
    }

    @Test
    void slowReaderIsDroppedAndHoldsUpNobody() throws Exception {
        CountDownLatch stuck = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        Future<?> slow = threads.submit(() -> broadcast.serve(() -> new Event("first", 0, "first"), (id, event) -> {
            stuck.countDown();
            awaitQuietly(release);
            return true;
        }));
        await(stuck);
        Recorder quick = new Recorder(Broadcast.QUEUED + 11);
        CountDownLatch joined = new CountDownLatch(1);
        threads.execute(() -> broadcast.serve(() -> opened(joined, 0), quick));
        await(joined);

        for (int i = 1; i <= Broadcast.QUEUED + 10; i++) {
            broadcast.publish(new Event("frame", i, "" + i));
            quick.awaitAtLeast(i + 1);
        }

        await(quick.enough);
        assertThat(broadcast.readers()).isEqualTo(1);
        assertThat(metrics.counter(Broadcast.DROPPED, "stream", "test").count()).isEqualTo(1);
        release.countDown();
        assertThatCode(() -> slow.get(2, TimeUnit.SECONDS)).doesNotThrowAnyException();
    }

    @Test
    void readerThatHasGoneIsForgotten() throws Exception {
        Future<?> gone = threads.submit(() -> broadcast.serve(() -> new Event("first", 0, ""), (id, event) -> false));

        gone.get(2, TimeUnit.SECONDS);

        assertThat(broadcast.isRead()).isFalse();
    }

    private static Event opened(CountDownLatch joined, long version) {
        joined.countDown();
        return new Event("first", version, "first");
    }

    private static void await(CountDownLatch latch) throws InterruptedException {
        assertThat(latch.await(5, TimeUnit.SECONDS)).isTrue();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            await(latch);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A browser that keeps up. */
    private static final class Recorder implements Broadcast.Sink {

        private final List<Event> events = new CopyOnWriteArrayList<>();
        private final List<String> ids = new CopyOnWriteArrayList<>();
        private final CountDownLatch enough;

        Recorder(int wanted) {
            enough = new CountDownLatch(wanted);
        }

        @Override
        public synchronized boolean send(String id, Event event) {
            events.add(event);
            ids.add(id);
            enough.countDown();
            notifyAll();
            return true;
        }

        synchronized void awaitAtLeast(int count) throws InterruptedException {
            while (events.size() < count) {
                wait(5_000);
            }
        }
    }
}
