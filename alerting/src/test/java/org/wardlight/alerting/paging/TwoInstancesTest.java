package org.wardlight.alerting.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.wardlight.alerting.TestWard.start;
import static org.wardlight.events.v1.Severity.SEVERITY_HIGH;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wardlight.alerting.CutLine;
import org.wardlight.alerting.TestDatabase;
import org.wardlight.alerting.TestWard;
import org.wardlight.alerting.desk.DeskFixture;
import org.wardlight.alerting.health.Problems;
import org.wardlight.alerting.store.AuditTrail;
import org.wardlight.alerting.store.LogPosition;
import org.wardlight.alerting.store.OutboxRow;
import org.wardlight.database.DatabaseSettings.Postgresql;
import org.wardlight.events.v1.AlarmEvent;
import org.wardlight.events.v1.AlarmState;

/** Two processes that share a PostgreSQL: side by side, one gone, one stuck, one cut off. */
class TwoInstancesTest {

    private static final Duration SOON = Duration.ofSeconds(15);
    private static final int ALARMS = 40;

    @TempDir
    private Path directory;

    private final TestWard.SteppedTime time = new TestWard.SteppedTime();
    private final ScriptedReceiver receiver = new ScriptedReceiver();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Pager> pagers = new ArrayList<>();
    private DeskFixture one;
    private DeskFixture two;

    @BeforeEach
    void open() {
        one = DeskFixture.open(TestDatabase.POSTGRESQL.in(directory), time);
        two = DeskFixture.open(TestDatabase.POSTGRESQL.in(directory), time);
    }

    @AfterEach
    void close() {
        pagers.forEach(Pager::close);
        one.close();
        two.close();
        receiver.close();
        threads.shutdownNow();
    }

    @Test
    void bothReadTheWholeLogAndEveryAlarmIsRaisedAndPagedOnce() throws Exception {
        // given
        CountDownLatch together = new CountDownLatch(2);
        page(one);
        page(two);

        // when
        Future<?> reading = threads.submit(() -> read(one, together));
        Future<?> alsoReading = threads.submit(() -> read(two, together));
        reading.get(30, TimeUnit.SECONDS);
        alsoReading.get(30, TimeUnit.SECONDS);

        // then
        await().atMost(SOON).until(() -> one.pages().isEmpty());
        assertThat(one.store.alarms(List.of(AlarmState.ACTIVE_UNACKNOWLEDGED))).hasSize(ALARMS);
        assertThat(receiver.received)
                .extracting(ScriptedReceiver.Received::id)
                .doesNotHaveDuplicates()
                .hasSize(ALARMS);
        for (OutboxRow row : one.events()) {
            AlarmEvent event = AlarmEvent.parseFrom(row.payload());
            assertThat(event.getSeq()).isLessThanOrEqualTo(2);
        }
        assertThat(one.events()).hasSize(2 * ALARMS);
        assertThat(AuditTrail.verify(TestDatabase.POSTGRESQL.in(directory), "").broken())
                .isNull();
    }

    @Test
    void whatAnInstanceThatIsGoneHasNotSentTheOtherSends() {
        // given: one decides, and never says again that it is alive
        one.condition(start("a", SEVERITY_HIGH, 15));
        OutboxRow page = one.pages().get(0);
        assertThat(two.store.isOurs(page)).isFalse();

        // when
        page(two);

        // then
        await().atMost(SOON).until(() -> two.pages().isEmpty());
        assertThat(receiver.received).extracting(ScriptedReceiver.Received::id).containsExactly("a-1-1");
        assertThat(one.store.isOurs(page)).isFalse();
    }

    @Test
    void anInstanceThatStopsInTheMiddleOfATurnLosesItAndUndoesNothingOfTheOther() throws Exception {
        // given
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Future<?> stuck = threads.submit(() -> one.store.inTransaction(tx -> {
            tx.consumed(new LogPosition("t", 0, 1));
            inside.countDown();
            awaitQuietly(goOn);
            return tx.openAlarmsOf("nobody");
        }));
        assertThat(inside.await(10, TimeUnit.SECONDS)).isTrue();

        // when
        two.condition(start("a", SEVERITY_HIGH, 15));

        // then
        assertThat(two.pages()).hasSize(1);
        goOn.countDown();
        assertThatThrownBy(() -> stuck.get(10, TimeUnit.SECONDS)).hasMessageContaining("Exception");
        assertThat(two.store.nextOffset("t", 0)).isEmpty();
    }

    @Test
    void cutOffTheyFailOpenOneDuplicateAtMostAndTheNextLevelIsAsked() {
        Postgresql direct = (Postgresql) TestDatabase.POSTGRESQL.in(directory);
        int port = URI.create(direct.url().substring("jdbc:".length())).getPort();
        try (CutLine line = new CutLine(port);
                DeskFixture far = DeskFixture.open(
                        new Postgresql(direct.url().replace(":" + port, ":" + line.port()), "postgres", ""), time)) {
            page(far);
            page(two);
            // given: the page arrives while the line is cut, so that nobody can note it down
            receiver.beforeAnswering(line::cut);
            far.runTimers();
            two.runTimers();
            far.condition(start("a", SEVERITY_HIGH, 15));

            // then
            await().atMost(SOON).until(() -> two.pages().isEmpty());
            assertThat(ids()).containsOnly("a-1-1").hasSize(2);
            time.advance(Duration.ofSeconds(61));
            await().atMost(SOON).until(() -> ids().contains("a-2-2"));
            line.mend();
            two.advance(Duration.ofSeconds(61));
            await().atMost(SOON).until(() -> ids().contains("a-3-3"));
            assertThat(ids()).filteredOn("a-2-2"::equals).hasSize(1);
            assertThat(ids()).filteredOn("a-1-1"::equals).hasSize(2);
        }
    }

    private List<String> ids() {
        return receiver.received.stream().map(ScriptedReceiver.Received::id).toList();
    }

    private static void read(DeskFixture ward, CountDownLatch together) {
        together.countDown();
        awaitQuietly(together);
        IntStream.range(0, ALARMS)
                .forEach(i -> ward.condition(start("c" + i, SEVERITY_HIGH, 15).toBuilder()
                        .setRule("rule-" + i)
                        .build()));
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            if (!latch.await(20, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nobody came");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void page(DeskFixture ward) {
        PagingSettings settings = new PagingSettings(
                Map.of("pager", Receiver.webhook(receiver.uri(), TestWard.SECRET)),
                List.of("pager"),
                true,
                Delivery.standard());
        Pager pager = new Pager(
                settings,
                new Pager.Infrastructure(ward.store, ward.desk, new Problems(), ward.meters),
                InstantSource.system());
        ward.store.afterCommit(rows ->
                rows.stream().filter(row -> row.kind() == OutboxRow.Kind.PAGE).forEach(pager::send));
        pager.start();
        pagers.add(pager);
    }
}
