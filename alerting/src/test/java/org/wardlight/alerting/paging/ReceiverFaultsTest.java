package org.wardlight.alerting.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.wardlight.alerting.TestWard.start;
import static org.wardlight.events.v1.Severity.SEVERITY_HIGH;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wardlight.alerting.TestWard;
import org.wardlight.alerting.channel.Fault;
import org.wardlight.alerting.channel.ScriptedHttp;
import org.wardlight.alerting.channel.Target;
import org.wardlight.alerting.desk.DeskFixture;
import org.wardlight.alerting.health.Problems;
import org.wardlight.alerting.store.OutboxRow;
import org.wardlight.events.v1.Rota;
import org.wardlight.events.v1.RotaStep;

/** A ward for each thing that can be wrong with the first receiver: somebody else gets the page soon, and the next level in time. */
class ReceiverFaultsTest {

    private static final Set<Fault> FAULTS = EnumSet.complementOf(EnumSet.of(Fault.NONE));

    @TempDir
    private Path directory;

    private final Map<Fault, ScriptedHttp> broken = new EnumMap<>(Fault.class);
    private final ScriptedReceiver phone = new ScriptedReceiver();
    private final ScriptedReceiver charge = new ScriptedReceiver();
    private DeskFixture ward;
    private Pager pager;

    @BeforeEach
    void open() {
        FAULTS.forEach(fault -> {
            ScriptedHttp server = new ScriptedHttp(null);
            server.fault = fault;
            broken.put(fault, server);
        });
        ward = DeskFixture.open(
                directory, FAULTS.stream().collect(Collectors.toMap(ReceiverFaultsTest::receiver, fault -> "phone")));
        pager = new Pager(
                new PagingSettings(receivers(), List.of("charge"), true, Delivery.standard()),
                new Pager.Infrastructure(ward.store, ward.desk, new Problems(), ward.meters),
                InstantSource.system());
        ward.store.afterCommit(rows ->
                rows.stream().filter(row -> row.kind() == OutboxRow.Kind.PAGE).forEach(pager::send));
        FAULTS.forEach(this::settle);
        ward.runTimers();
        pager.start();
    }

    @AfterEach
    void close() {
        pager.close();
        ward.close();
        broken.values().forEach(ScriptedHttp::close);
        phone.close();
        charge.close();
    }

    @Test
    void aHealthyChannelCarriesThePageAndTheNextLevelIsNotDelayed() {
        // when
        FAULTS.forEach(fault -> ward.condition(start(fault.name(), SEVERITY_HIGH, 15).toBuilder()
                .setPatientRef("p-" + fault)
                .build()));

        // then
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(alarms(phone))
                .containsAll(FAULTS.stream().map(Fault::name).toList()));
        broken.forEach(
                (fault, server) -> assertThat(server.received).as("%s", fault).isNotEmpty());
        assertThat(alarms(charge))
                .as("a receipt on the second channel is a receipt")
                .isEmpty();
        ward.advance(Duration.ofSeconds(61));
        await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> assertThat(alarms(charge))
                .containsAll(FAULTS.stream().map(Fault::name).toList()));
    }

    private static Set<String> alarms(ScriptedReceiver receiver) {
        return receiver.received.stream()
                .map(page -> page.id().substring(0, page.id().indexOf('-')))
                .collect(Collectors.toSet());
    }

    private void settle(Fault fault) {
        ward.register.patient(TestWard.patient().toBuilder()
                .setPatientRef("p-" + fault)
                .setWardId("W-" + fault)
                .build());
        ward.register.rota(Rota.newBuilder()
                .setWardId("W-" + fault)
                .addSteps(step("nurse of the bed", receiver(fault)))
                .addSteps(step("charge nurse", "charge"))
                .build());
    }

    private static RotaStep step(String role, String receiver) {
        return RotaStep.newBuilder().setRole(role).setReceiver(receiver).build();
    }

    private Map<String, Receiver> receivers() {
        Map<String, Receiver> receivers = new TreeMap<>();
        broken.forEach((fault, server) -> receivers.put(
                receiver(fault),
                new Receiver(
                        new Target.Webhook(URI.create("http://127.0.0.1:" + server.port() + "/"), TestWard.SECRET),
                        "phone")));
        receivers.put("phone", Receiver.webhook(phone.uri(), TestWard.SECRET));
        receivers.put("charge", Receiver.webhook(charge.uri(), TestWard.SECRET));
        return receivers;
    }

    private static String receiver(Fault fault) {
        return "pager-" + fault;
    }
}
