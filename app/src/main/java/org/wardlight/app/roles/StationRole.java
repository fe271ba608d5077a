package org.wardlight.app.roles;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wardlight.app.configuration.StationSettings;
import org.wardlight.app.configuration.TrendsSettings;
import org.wardlight.app.configuration.WardlightSettings;
import org.wardlight.app.roles.RoleFactory.PreparedRole;
import org.wardlight.database.DatabaseSettings;
import org.wardlight.station.StationApp;
import org.wardlight.station.StationConfig;
import org.wardlight.station.StationEdge;
import org.wardlight.station.plan.InvalidWardPlan;
import org.wardlight.station.plan.WardPlan;
import org.wardlight.trends.TrendsConfig;
import org.wardlight.trends.store.Retention;
import org.wardlight.trends.store.StoreKind;
import org.wardlight.trends.store.StoreSettings;

/** From settings to a running station. */
final class StationRole {

    private static final String NAME = "station";

    private StationRole() {}

    static PreparedRole prepare(WardlightSettings settings) {
        RoleProblems problems = new RoleProblems(NAME);
        StationSettings station = settings.station();
        String token = problems.required(station.alerting().serviceToken(), "alerting.service-token", "");
        String password = problems.required(station.oneTimePassword(), "one-time-password", "");
        WardPlan plan = plan(problems.required(station.plan(), "plan", Path.of("")), problems);
        DatabaseSettings register = RoleDatabase.of(station.register(), "register", problems);
        TrendsConfig trends = trends(settings, problems);
        StationConfig config = problems.check(() -> new StationConfig(
                new StationConfig.Http(
                        station.http().host(),
                        station.http().port(),
                        station.http().behindTls()),
                settings.kafka().bootstrapServers(),
                new StationConfig.Alerting(station.alerting().uri(), token),
                plan,
                new StationConfig.Register(register),
                trends,
                password,
                station.anonymousView(),
                null,
                null));
        return around -> {
            StationEdge edge = new StationEdge(
                    () -> around.meters().scrape(), () -> around.health().problems());
            StationApp app = StationApp.start(config, around.meters(), around.clock(), edge);
            return new RunningRole(
                    NAME, app::problems, app, "http://" + station.http().host() + ":" + app.port());
        };
    }

    /** A plan that cannot be used is a problem like any other; the demo's stands in until all are found. */
    private static WardPlan plan(Path file, RoleProblems problems) {
        if (file.toString().isEmpty()) {
            return WardPlan.demo();
        }
        try {
            return WardPlan.load(file);
        } catch (IOException e) {
            problems.add("plan", "cannot be read: " + file);
        } catch (InvalidWardPlan e) {
            e.problems().forEach(problem -> problems.add("plan", file + ": " + problem));
        }
        return WardPlan.demo();
    }

    /** Without an address there are no trends, and nothing else of them matters. */
    private static @Nullable TrendsConfig trends(WardlightSettings settings, RoleProblems problems) {
        TrendsSettings trends = settings.trends();
        if (trends.uri().isEmpty()) {
            return null;
        }
        Optional<StoreKind> kind = Arrays.stream(StoreKind.values())
                .filter(one -> one.name().equalsIgnoreCase(trends.kind()))
                .findFirst();
        if (kind.isEmpty()) {
            problems.addShared("trends.kind", "must be influxdb or questdb, not " + trends.kind());
            return null;
        }
        return problems.checkShared(() -> new TrendsConfig(
                settings.kafka().bootstrapServers(),
                new StoreSettings(
                        kind.get(),
                        trends.uri().get(),
                        trends.token().orElse(""),
                        trends.org().orElse(null),
                        trends.bucket()),
                new Retention(
                        trends.retention().fine(), trends.retention().rest().orElse(null)),
                trends.batchSize()));
    }
}
