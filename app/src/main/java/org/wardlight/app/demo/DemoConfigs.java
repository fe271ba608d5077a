package org.wardlight.app.demo;

import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.wardlight.alerting.AlertingConfig;
import org.wardlight.alerting.KafkaSettings;
import org.wardlight.alerting.alarm.AlarmPolicy;
import org.wardlight.alerting.alarm.EscalationTimes;
import org.wardlight.alerting.alarm.TimesByPriority;
import org.wardlight.alerting.commands.ApiSettings;
import org.wardlight.alerting.paging.Delivery;
import org.wardlight.alerting.paging.PagingSettings;
import org.wardlight.alerting.paging.Receiver;
import org.wardlight.app.simulation.ScenarioWard;
import org.wardlight.app.simulation.WardDevices;
import org.wardlight.database.DatabaseSettings;
import org.wardlight.ingest.IngestConfig;
import org.wardlight.models.ModelFailure;
import org.wardlight.models.ModelFolder;
import org.wardlight.models.manifest.Manifest;
import org.wardlight.models.manifest.ModelKind;
import org.wardlight.simulators.SimulatorConfig;
import org.wardlight.simulators.recording.Recordings;
import org.wardlight.simulators.scenario.Scenario;
import org.wardlight.station.StationConfig;
import org.wardlight.station.board.Frames.DemoNote;
import org.wardlight.station.plan.WardPlan;
import org.wardlight.stream.JobConfig;
import org.wardlight.stream.device.DevicePolicy;
import org.wardlight.stream.patient.ScorePolicy;
import org.wardlight.stream.scoring.ModelPolicy;
import org.wardlight.trends.TrendsConfig;

/**
 * The configuration of every role in a demonstration. The demo profile shortens what would take longer than anybody watches:
 * evaluation of scores, escalation, the wait for an association. Limits and their delays are those of production.
 */
final class DemoConfigs {

    static final Duration SCORE_EVERY = Duration.ofSeconds(5);
    static final Duration ESCALATE_AFTER = Duration.ofSeconds(30);

    /** In production five minutes, as the manifest says: longer than the whole course of the demo. */
    private static final Duration ADVISE_AFTER = Duration.ofSeconds(10);

    private static final Duration STABILISE = Duration.ofSeconds(30);
    private static final Duration LOWER_AFTER = Duration.ofMinutes(2);
    /** Longer than the history that devices send at the start, which has to be somebody's. */
    private static final Duration ADMITTED_BEFORE = DemoOptions.LONGEST_HISTORY.plusHours(1);

    private static final Duration HOLD_UNASSIGNED = Duration.ofSeconds(10);
    private static final Duration CHECKPOINT_EVERY = Duration.ofSeconds(2);
    private static final String PAGER = "demo-pager";

    private final DemoOptions options;
    private final DemoPlaces places;
    private final WardPlan plan;
    private final String kafka;
    private final String serviceToken;
    private final String pagerSecret;
    private final String password;

    DemoConfigs(DemoOptions options, DemoPlaces places) {
        this.options = options;
        this.places = places;
        this.plan = planned(options);
        this.kafka = "127.0.0.1:" + places.kafka().port();
        SecureRandom random = new SecureRandom();
        this.serviceToken = hex(random, 32);
        this.pagerSecret = "whsec_" + Base64.getEncoder().encodeToString(bytes(random, 32));
        this.password = speakable(random);
    }

    private static WardPlan planned(DemoOptions options) {
        WardPlan ward = WardPlan.demo().resized(options.beds());
        if (options.pagesTo() != null) {
            return DrivenWard.of(ward);
        }
        Path recordings = options.replay();
        return recordings == null
                ? ScenarioWard.of(ward, Scenario.byId(options.scenario()))
                : ReplayWard.of(ward, Recordings.profile(recordings));
    }

    WardPlan plan() {
        return plan;
    }

    String kafka() {
        return kafka;
    }

    URI mqtt() {
        return URI.create("tcp://127.0.0.1:" + places.mqtt().port());
    }

    URI board() {
        return URI.create("http://127.0.0.1:" + places.station().port());
    }

    URI trendStore() {
        return URI.create("http://127.0.0.1:" + places.trends());
    }

    String password() {
        return password;
    }

    Path checkpoints() {
        return places.data().resolve("checkpoints");
    }

    IngestConfig ingest() {
        // Everything, so that a message on a foreign topic is seen and rejected with a reason.
        return IngestConfig.of(kafka, mqtt()).withSubscriptions("#");
    }

    JobConfig job() {
        return new JobConfig(
                kafka,
                1,
                // One ingest writes each partition in order.
                Duration.ZERO,
                new JobConfig.Checkpoints(checkpoints().toUri(), CHECKPOINT_EVERY),
                new DevicePolicy(DevicePolicy.STANDARD.lateAfter(), HOLD_UNASSIGNED),
                isDriven()
                        ? ScorePolicy.STANDARD
                        : new ScorePolicy(SCORE_EVERY, STABILISE, ScorePolicy.STANDARD.publishEvery(), LOWER_AFTER),
                models());
    }

    /** Whether somebody outside sends the readings and takes the pages: then nothing is shortened. */
    boolean isDriven() {
        return options.pagesTo() != null;
    }

    private ModelPolicy models() {
        String folder = places.models().toString();
        return isDriven()
                ? new ModelPolicy(folder, List.of(), null, null, null)
                : new ModelPolicy(folder, promoted(), SCORE_EVERY, ADVISE_AFTER, LOWER_AFTER);
    }

    /** Models whose report passes their gates may page, as an advisory. */
    private List<String> promoted() {
        return ModelFolder.SHIPPED.stream()
                .filter(id -> mayPage(places.models().resolve(id)))
                .toList();
    }

    private static boolean mayPage(Path model) {
        try {
            Manifest manifest = new ModelFolder(model).manifest();
            return manifest.kind() == ModelKind.DETERIORATION
                    && manifest.refusals().isEmpty();
        } catch (ModelFailure e) {
            return false;
        }
    }

    /** Nobody waits minutes to see an escalation. */
    private static AlarmPolicy inAHurry(AlarmPolicy standard) {
        EscalationTimes times = standard.times();
        return standard.withTimes(times.answeringWithin(new TimesByPriority(
                ESCALATE_AFTER, ESCALATE_AFTER, times.answer().low())));
    }

    AlertingConfig alerting() {
        DemoOptions.PageTarget outside = options.pagesTo();
        Receiver pager = outside == null
                ? Receiver.webhook(board().resolve("/pager/hook"), pagerSecret)
                : Receiver.webhook(outside.uri(), outside.secret());
        return new AlertingConfig(
                new KafkaSettings(kafka),
                new DatabaseSettings.SqliteFile(
                        places.data().resolve("alerting").resolve("alarms.db")),
                ApiSettings.loopback(places.alerting(), serviceToken),
                isDriven() ? AlarmPolicy.standard() : inAHurry(AlarmPolicy.standard()),
                new PagingSettings(Map.of(PAGER, pager), List.of(PAGER), true, Delivery.standard()));
    }

    StationConfig station() {
        return new StationConfig(
                new StationConfig.Http("127.0.0.1", places.station().port(), false),
                kafka,
                new StationConfig.Alerting(URI.create("http://127.0.0.1:" + places.alerting()), serviceToken),
                plan,
                new StationConfig.Register(
                        new DatabaseSettings.SqliteFile(
                                places.data().resolve("station").resolve("register.db")),
                        ADMITTED_BEFORE),
                TrendsConfig.of(kafka, org.wardlight.trends.store.StoreSettings.questDb(trendStore())),
                password,
                true,
                new DemoNote("DEMO", DemoNotes.of(options)),
                new StationConfig.Pager(pagerSecret));
    }

    SimulatorConfig simulators() {
        Path recordings = options.replay();
        return recordings == null
                ? SimulatorConfig.of(mqtt(), plan.site(), WardDevices.of(plan, ""), options.scenario(), options.seed())
                        // A folder that was used before has its history.
                        .withHistory(places.usedBefore() ? Duration.ZERO : options.history())
                : SimulatorConfig.replaying(
                        mqtt(),
                        plan.site(),
                        plan.devices().stream().map(device -> device.deviceId()).toList(),
                        Recordings.open(recordings, options.beds()));
    }

    private static byte[] bytes(SecureRandom random, int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private static String hex(SecureRandom random, int count) {
        return HexFormat.of().formatHex(bytes(random, count));
    }

    /** Easy to type and to read aloud: no letter or digit that looks like another one. */
    private static String speakable(SecureRandom random) {
        String letters = "abcdefghjkmnpqrstuvwxyz23456789";
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            text.append(i == 4 ? "-" : "").append(letters.charAt(random.nextInt(letters.length())));
        }
        return text.toString();
    }
}
