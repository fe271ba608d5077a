package org.wardlight.alerting.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;
import static org.wardlight.alerting.TestWard.start;
import static org.wardlight.events.v1.Severity.SEVERITY_HIGH;

import com.standardwebhooks.Webhook;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wardlight.alerting.TestWard;
import org.wardlight.alerting.desk.AcknowledgeRequest;
import org.wardlight.alerting.desk.DeskFixture;
import org.wardlight.alerting.health.Problems;
import org.wardlight.alerting.store.OutboxRow;
import org.wardlight.events.v1.AlarmEvent;
import org.wardlight.events.v1.AlarmTransition;
import org.wardlight.events.v1.Severity;

/** Pages over real sockets to receivers that answer well, badly, late or not at all. */
class PagerTest {

    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Delivery QUICK = new Delivery(
            Duration.ofMillis(500), Duration.ofMillis(300), 4, Duration.ofMillis(20), Duration.ofMillis(100));

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
        pager.resume();

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
        pager.resume();

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
        pager.resume();

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
        pager.resume();

        // then
        await().atMost(SOON).until(() -> transitions().contains(AlarmTransition.PAGE_FAILED));
        assertThat(receiver.received).hasSize(1);
        assertThat(lastEvent().getCause()).contains("http-400");
    }

    @Test
    void givesUpAfterTheLastAttemptAndSaysSo() {
        // given
        receiver.then(500).then(500).then(500).then(500);

        // when
        ward.condition(start("a", SEVERITY_HIGH, 15));
        pager.resume();

        // then
        await().atMost(SOON).until(() -> transitions().contains(AlarmTransition.PAGE_FAILED));
        assertThat(receiver.received).hasSize(4);
        assertThat(problems.all()).containsKey("paging.pager");
    }

    @Test
    void triesAgainWhenTheReceiverHangs() {
        // given
        receiver.thenHang();

        // when
        ward.condition(start("a", SEVERITY_HIGH, 15));
        pager.resume();

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
        ward.desk.acknowledge(new AcknowledgeRequest("a", "RN Okafor", "", ""), alarm -> "");

        // when
        pager.resume();

        // then
        await().atMost(SOON).until(() -> transitions().contains(AlarmTransition.PAGE_FAILED));
        assertThat(receiver.received).isEmpty();
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
        pager.resume();

        // then
        await().atMost(SOON).until(() -> transitions().contains(AlarmTransition.PAGE_FAILED));
        assertThat(lastEvent().getCause()).contains("private-target");
        assertThat(receiver.received).isEmpty();
    }

    private Pager pager(boolean allowPrivate, URI target) {
        PagingSettings settings = new PagingSettings(
                Severity.SEVERITY_MEDIUM,
                Map.of(
                        "pager", new Receiver(target, TestWard.SECRET),
                        "other", new Receiver(other.uri(), TestWard.SECRET)),
                List.of("pager"),
                allowPrivate,
                QUICK);
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
