package org.wardlight.app.roles;

import java.util.List;
import java.util.Map;
import org.wardlight.alerting.KafkaSettings;
import org.wardlight.alerting.canary.CanaryApp;
import org.wardlight.alerting.canary.CanaryConfig;
import org.wardlight.alerting.channel.Target;
import org.wardlight.app.configuration.CanarySettings;
import org.wardlight.app.configuration.WardlightSettings;
import org.wardlight.app.roles.RoleFactory.PreparedRole;

/** From settings to a running canary. */
final class CanaryRole {

    static final String NAME = "canary";

    private CanaryRole() {}

    static PreparedRole prepare(WardlightSettings settings) {
        RoleProblems problems = new RoleProblems(NAME);
        CanarySettings canary = settings.canary();
        List<String> wards = problems.required(canary.wards(), "wards", List.of());
        String secret = problems.required(canary.hook().secret(), "hook.secret", "");
        Map<String, Target> told = ReceiverTargets.targets(canary.receivers(), "receivers", problems);
        if (told.isEmpty()) {
            problems.add("receivers", "must name at least one, or nobody is told that the path is broken");
        }
        requirePages(settings, problems);
        CanaryConfig config = problems.check(() -> new CanaryConfig(
                new KafkaSettings(settings.kafka().bootstrapServers()),
                new CanaryConfig.Mqtt(
                        canary.mqtt().uri(),
                        canary.mqtt().username(),
                        canary.mqtt().password()),
                canary.site(),
                wards,
                new CanaryConfig.Hook(
                        canary.hook().host(),
                        canary.hook().port(),
                        canary.hook().receiver(),
                        secret),
                new CanaryConfig.Told(told, canary.allowPrivateTargets()),
                canary.heartbeat()));
        return around -> {
            CanaryApp app = CanaryApp.start(config, around.meters(), around.clock());
            return new RunningRole(
                    NAME, app::problems, app, "http://" + canary.hook().host() + ":" + app.port() + "/page");
        };
    }

    /** What alerting would not page about proves nothing. */
    private static void requirePages(WardlightSettings settings, RoleProblems problems) {
        if (settings.alerting().escalation().holdOff().compareTo(CanaryConfig.LONGEST_HOLD_OFF) > 0) {
            problems.addShared(
                    "alerting.escalation.hold-off", "must be 60s at most while there is a canary, or it is held off");
        }
        if (settings.alerting().paging().pageFrom().equalsIgnoreCase("high")) {
            problems.addShared(
                    "alerting.paging.page-from",
                    "must be low or medium while there is a canary, whose alarms are of medium priority");
        }
    }
}
