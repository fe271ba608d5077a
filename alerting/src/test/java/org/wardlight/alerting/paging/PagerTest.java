package org.wardlight.alerting.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;
import static org.wardlight.alerting.TestWard.end;
import static org.wardlight.alerting.TestWard.start;
import static org.wardlight.events.v1.Severity.SEVERITY_HIGH;
import static org.wardlight.events.v1.Severity.SEVERITY_MEDIUM;

import com.standardwebhooks.Webhook;
import io.github.resilience4j.core.IntervalBiFunction;
import io.github.resilience4j.core.functions.Either;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wardlight.alerting.TestWard;
import org.wardlight.alerting.channel.PageOutcome;
import org.wardlight.alerting.desk.AlarmCommand;
import org.wardlight.alerting.desk.DeskFixture;
import org.wardlight.alerting.health.Problems;
import org.wardlight.alerting.store.OutboxRow;
import org.wardlight.events.v1.AlarmEvent;
import org.wardlight.events.v1.AlarmTransition;

/** Pages over real sockets to receivers that answer well, badly, late or not at all. */
class PagerTest {

    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Delivery QUICK = new Delivery(
            Duration.ofMillis(500), Duration.ofMillis(300), 4, Duration.ofMillis(20), Duration.ofMillis(100));
    /** As often as standard, with pauses that a test can wait for. */
    private static final Delivery PATIENT = new Delivery(
            Duration.ofMillis(500),
            Duration.ofMillis(300),
            Delivery.standard().attempts(),
            Duration.ofMillis(10),
            Duration.ofMillis(50));

    @TempDir
    private Path directory;

    private final ScriptedReceiver receiver = new ScriptedReceiver();
    private final ScriptedReceiver other = new ScriptedReceiver();
    private final Problems problems = new Problems();
    private DeskFixture ward;
    private Pager pager;

    @BeforeEach
    void open() {
        ward = DeskFixture.open(directory);
        pager = pager(true, receiver.uri());
    }

    @AfterEach
    void close() {
        pager.close();
        ward.close();
        receiver.close();
        other.close();
    }

    @Test
    void signsThePageSoThatTheReceiverCanVerifyIt() {
        // when
        ward.condition(start("a", SEVERITY_HIGH, 15));
        pager.start();

        // then
        await().atMost(SOON).until(() -> transitions().contains(AlarmTransition.PAGE_SENT));
        ScriptedReceiver.Received page = receiver.received.get(0);
        assertThat(page.id()).isEqualTo("a-1-1");
        assertThat(page.headers().get("Content-type")).containsExactly("application/json");
        Map<String, List<String>> signed = Map.of(
                "webhook-id", page.headers().get("Webhook-id"),
                "webhook-timestamp", page.headers().get("Webhook-timestamp"),
                "webhook-signature", page.headers().get("Webhook-signature"));
        assertThatCode(() -> new Webhook(TestWard.SECRET).verify(page.body(), signed))
                .doesNotThrowAnyException();
        assertThat(ward.pages()).isEmpty();
    }

    @Test
    void triesAgainWithTheSameIdAfterAServerError() {
        // given
        receiver.then(500).then(503);

        // when
        ward.condition(start("a", SEVERITY_HIGH, 15));
        pager.start();

        // then
        await().atMost(SOON).until(() -> transitions().contains(AlarmTransition.PAGE_SENT));
        assertThat(receiver.received)
                .extracting(ScriptedReceiver.Received::id)
                .containsOnly("a-1-1")
                .hasSize(3);
        assertThat(problems.all()).isEmpty();
    }

    @Test
    void waitsAsLongAsABusyReceiverAsksUpToTheCap() {
        // given
        receiver.thenBusy(60);

        // when
        ward.condition(start("a", SEVERITY_HIGH, 15));
        pager.start();

        // then
        await().atMost(SOON).until(() -> transitions().contains(AlarmTransition.PAGE_SENT));
        long waited =
                receiver.received.get(1).nanos() - receiver.received.get(0).nanos();
        assertThat(Duration.ofNanos(waited)).isGreaterThanOrEqualTo(Duration.ofMillis(95));
    }

    @Test
    void doesNotRepeatWhatTheReceiverRefuses() {
        // given
        receiver.then(400);

        // when
        ward.condition(start("a", SEVERITY_HIGH, 15));
        pager.start();

        // then
        await().atMost(SOON).until(() -> transitions().contains(AlarmTransition.PAGE_FAILED));
        assertThat(receiver.received).hasSize(1);
        assertThat(firstFailure().getCause()).contains("http-400").contains("not tried again");
    }

    @Test
    void givesUpAfterTheLastAttemptAndSaysSo() {
        // given
        receiver.then(500).then(500).then(500).then(500);

        // when
        ward.condition(start("a", SEVERITY_HIGH, 15));
        pager.start();

        // then
        await().atMost(SOON).until(() -> transitions().contains(AlarmTransition.PAGE_FAILED));
        assertThat(receiver.received).hasSize(4);
        assertThat(firstFailure().getCause()).contains("http-500").contains("given up after 4 attempts");
        assertThat(problems.all()).containsKey("paging.pager");
    }

    @Test
    void triesAgainWhenTheReceiverHangs() {
        // given
        receiver.thenHang();

        // when
        ward.condition(start("a", SEVERITY_HIGH, 15));
        pager.start();

        // then
        await().atMost(SOON).until(() -> transitions().contains(AlarmTransition.PAGE_SENT));
        assertThat(receiver.received).hasSize(2);
    }

    @Test
    void delaysNobodyElseWhileOneReceiverHangs() {
        // given
        for (int i = 0; i < 20; i++) {
            receiver.thenHang();
        }
        for (int i = 0; i < 8; i++) {
            pager.send(row(i, "pager"));
        }

        // when
        pager.send(row(100, "other"));

        // then
        await().atMost(Duration.ofMillis(250)).until(() -> other.received.size() == 1);
    }

    @Test
    void withdrawsAPageThatWaitedUntilSomebodyAcknowledged() {
        // given
        ward.condition(start("a", SEVERITY_HIGH, 15));
        ward.desk.command(AlarmCommand.acknowledge("a", new AlarmCommand.By("RN Okafor", ""), ""), alarm -> "");

        // when
        pager.start();

        // then
        await().atMost(SOON).until(() -> transitions().contains(AlarmTransition.PAGE_FAILED));
        assertThat(receiver.received).isEmpty();
    }

    @Test
    void pageArrivesWhenAReceiverThatRefusedConnectionsComesBack() {
        // given
        usePager(PATIENT);
        receiver.close();
        ward.condition(start("a", SEVERITY_HIGH, 15));
        pager.start();
        await().during(Duration.ofMillis(1200))
                .atMost(SOON)
                .until(() -> ward.pages().size() == 1);
        assertThat(transitions()).doesNotContain(AlarmTransition.PAGE_FAILED);
        assertThat(problems.all()).containsKey("paging.pager");

        // when
        try (ScriptedReceiver back = new ScriptedReceiver(receiver.uri().getPort())) {

            // then
            await().atMost(SOON).until(() -> transitions().contains(AlarmTransition.PAGE_SENT));
            assertThat(back.received).extracting(ScriptedReceiver.Received::id).containsExactly("a-1-1");
            assertThat(problems.all()).isEmpty();
        }
    }

    @Test
    void withdrawsAPageWhoseReceiverIsStillDownWhenSomebodyAcknowledges() {
        // given
        usePager(PATIENT);
        isDown(1000);
        ward.condition(start("a", SEVERITY_HIGH, 15));
        pager.start();
        await().atMost(SOON).until(() -> receiver.received.size() > 12);

        // when
        ward.desk.command(AlarmCommand.acknowledge("a", new AlarmCommand.By("RN Okafor", ""), ""), alarm -> "");

        // then
        await().atMost(SOON).until(() -> ward.pages().isEmpty());
        assertThat(lastEvent().getTransition()).isEqualTo(AlarmTransition.PAGE_FAILED);
        assertThat(lastEvent().getCause()).contains("acknowledged");
    }

    @Test
    void withdrawsAPageWhoseReceiverIsStillDownWhenTheAlarmCloses() {
        // given
        usePager(PATIENT);
        isDown(1000);
        ward.condition(start("a", SEVERITY_MEDIUM, 15));
        pager.start();
        await().atMost(SOON).until(() -> receiver.received.size() > 2);

        // when
        ward.condition(end("a", 40));

        // then
        await().atMost(SOON).until(() -> ward.pages().isEmpty());
        assertThat(transitions()).doesNotContain(AlarmTransition.PAGE_SENT);
    }

    @Test
    void withdrawsANewPageThatWaitedItsTurnWhileSomebodyAcknowledged() {
        // given
        for (int i = 0; i < 8; i++) {
            receiver.thenHang();
            pager.send(row(i, "pager"));
        }
        await().atMost(SOON).until(() -> receiver.received.size() == 4);
        ward.condition(start("a", SEVERITY_HIGH, 15));
        pager.send(ward.pages().get(0));

        // when
        ward.desk.command(AlarmCommand.acknowledge("a", new AlarmCommand.By("RN Okafor", ""), ""), alarm -> "");

        // then
        await().atMost(SOON).until(() -> transitions().contains(AlarmTransition.PAGE_FAILED));
        assertThat(receiver.received).extracting(ScriptedReceiver.Received::id).doesNotContain("a-1-1");
    }

    @Test
    void delaysNoNewPageWhileEarlierOnesPause() {
        // given
        usePager(new Delivery(
                Duration.ofMillis(500), Duration.ofMillis(300), 4, Duration.ofSeconds(10), Duration.ofSeconds(20)));
        isDown(6);
        for (int i = 0; i < 6; i++) {
            pager.send(row(i, "pager"));
        }

        // when
        pager.send(row(100, "pager"));

        // then
        await().atMost(Duration.ofSeconds(2)).until(() -> receiver.received.stream()
                .anyMatch(page -> page.id().equals("z100-1-1")));
    }

    @Test
    void goesOnForHoursWithPausesOfTenSecondsAtMost() {
        // given
        Delivery standard = Delivery.standard();
        IntervalBiFunction<PageOutcome> pauses =
                ReceiverLane.retryConfig(standard).getIntervalBiFunction();

        // when
        List<Long> millis = IntStream.range(1, standard.attempts())
                .mapToObj(attempt -> pauses.apply(attempt, Either.right(PageOutcome.tryAgain("connect", null))))
                .toList();

        // then
        assertThat(millis).allSatisfy(pause -> assertThat(pause).isBetween(1L, 10_000L));
        assertThat(Duration.ofMillis(millis.stream().mapToLong(Long::longValue).sum()))
                .isGreaterThan(Duration.ofHours(2));
    }

    @Test
    void sendsToTheDefaultReceiverWhenARotaNamesAnUnknownOne() {
        // when
        pager.send(row(1, "nobody"));

        // then
        await().atMost(SOON).until(() -> receiver.received.size() == 1);
        assertThat(problems.all()).containsKey("paging");
    }

    @Test
    void refusesPrivateTargetsUnlessTheyAreAllowed() {
        // given
        pager.close();
        pager = pager(false, receiver.uri());

        // when
        ward.condition(start("a", SEVERITY_HIGH, 15));
        pager.start();

        // then
        await().atMost(SOON).until(() -> transitions().contains(AlarmTransition.PAGE_FAILED));
        assertThat(firstFailure().getCause()).contains("private-target");
        assertThat(receiver.received).isEmpty();
    }

    private void usePager(Delivery delivery) {
        pager.close();
        pager = pager(true, receiver.uri(), delivery);
    }

    private void isDown(int times) {
        for (int i = 0; i < times; i++) {
            receiver.then(503);
        }
    }

    private Pager pager(boolean allowPrivate, URI target) {
        return pager(allowPrivate, target, QUICK);
    }

    private Pager pager(boolean allowPrivate, URI target, Delivery delivery) {
        PagingSettings settings = new PagingSettings(
                Map.of(
                        "pager", Receiver.webhook(target, TestWard.SECRET),
                        "other", Receiver.webhook(other.uri(), TestWard.SECRET)),
                List.of("pager"),
                allowPrivate,
                delivery);
        return new Pager(
                settings,
                new Pager.Infrastructure(ward.store, ward.desk, problems, ward.meters),
                InstantSource.system());
    }

    private static OutboxRow row(int number, String receiver) {
        return new OutboxRow(
                1000 + number,
                OutboxRow.Kind.PAGE,
                "z" + number,
                receiver,
                "z" + number + "-1-1",
                com.google.protobuf.ByteString.copyFromUtf8("{}"),
                0);
    }

    private List<AlarmTransition> transitions() {
        return ward.events().stream()
                .map(PagerTest::event)
                .map(AlarmEvent::getTransition)
                .toList();
    }

    private AlarmEvent firstFailure() {
        return ward.events().stream()
                .map(PagerTest::event)
                .filter(event -> event.getTransition() == AlarmTransition.PAGE_FAILED)
                .findFirst()
                .orElseThrow();
    }

    private AlarmEvent lastEvent() {
        List<OutboxRow> events = ward.events();
        return event(events.get(events.size() - 1));
    }

    private static AlarmEvent event(OutboxRow row) {
        try {
            return AlarmEvent.parseFrom(row.payload());
        } catch (com.google.protobuf.InvalidProtocolBufferException e) {
            throw new AssertionError(e);
        }
    }
}
