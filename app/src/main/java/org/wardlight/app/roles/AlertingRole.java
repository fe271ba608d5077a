package org.wardlight.app.roles;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.wardlight.alerting.AlertingApp;
import org.wardlight.alerting.AlertingConfig;
import org.wardlight.alerting.KafkaSettings;
import org.wardlight.alerting.alarm.AlarmPolicy;
import org.wardlight.alerting.alarm.EscalationTimes;
import org.wardlight.alerting.alarm.PauseLimits;
import org.wardlight.alerting.alarm.TimesByPriority;
import org.wardlight.alerting.commands.ApiSettings;
import org.wardlight.alerting.paging.Delivery;
import org.wardlight.alerting.paging.PagingSettings;
import org.wardlight.alerting.paging.Receiver;
import org.wardlight.app.configuration.AlertingSettings;
import org.wardlight.app.configuration.AlertingSettings.AcceptedSettings;
import org.wardlight.app.configuration.AlertingSettings.AcknowledgedSettings;
import org.wardlight.app.configuration.AlertingSettings.DeliverySettings;
import org.wardlight.app.configuration.AlertingSettings.EscalationSettings;
import org.wardlight.app.configuration.AlertingSettings.PauseSettings;
import org.wardlight.app.configuration.WardlightSettings;
import org.wardlight.app.roles.RoleFactory.PreparedRole;
import org.wardlight.database.DatabaseSettings;
import org.wardlight.events.v1.Severity;

/** From settings to a running alerting. */
final class AlertingRole {

    private static final String NAME = "alerting";

    private AlertingRole() {}

    static PreparedRole prepare(WardlightSettings settings) {
        RoleProblems problems = new RoleProblems(NAME);
        AlertingSettings alerting = settings.alerting();
        DatabaseSettings store = RoleDatabase.of(alerting.store(), "store", problems);
        String token = problems.required(alerting.http().serviceToken(), "http.service-token", "");
        PagingSettings paging = paging(alerting.paging(), problems);
        AlertingConfig config = problems.check(() -> new AlertingConfig(
                new KafkaSettings(settings.kafka().bootstrapServers()),
                store,
                new ApiSettings(alerting.http().host(), alerting.http().port(), token),
                new AlarmPolicy(
                        severity(alerting.paging().pageFrom(), problems),
                        times(alerting.escalation()),
                        pauses(alerting.pause()),
                        alerting.escalation().acceptanceAcknowledges()),
                paging));
        return around -> {
            AlertingApp app = AlertingApp.start(config, around.meters(), around.clock());
            return new RunningRole(
                    NAME, app::problems, app, "http://" + alerting.http().host() + ":" + app.port());
        };
    }

    private static EscalationTimes times(EscalationSettings escalation) {
        AcceptedSettings accepted = escalation.accepted();
        AcknowledgedSettings acknowledged = escalation.acknowledged();
        return new EscalationTimes(
                new TimesByPriority(escalation.high(), escalation.medium(), escalation.low()),
                new TimesByPriority(accepted.high(), accepted.medium(), accepted.low()),
                new TimesByPriority(acknowledged.high(), acknowledged.medium(), acknowledged.low()),
                escalation.secondChannelAfter(),
                escalation.undeliveredAfter(),
                escalation.remindEvery(),
                escalation.holdOff());
    }

    private static PauseLimits pauses(PauseSettings pause) {
        return new PauseLimits(pause.longestAudio(), pause.longestAlarm(), pause.longestRule());
    }

    private static PagingSettings paging(AlertingSettings.PagingSettings paging, RoleProblems problems) {
        Map<String, Receiver> receivers = ReceiverTargets.of(paging.receivers(), problems);
        List<String> asked = problems.required(paging.defaultReceivers(), "paging.default-receivers", List.of());
        DeliverySettings delivery = paging.delivery();
        return new PagingSettings(
                receivers,
                asked,
                paging.allowPrivateTargets(),
                new Delivery(
                        delivery.connectTimeout(),
                        delivery.requestTimeout(),
                        delivery.attempts(),
                        delivery.firstPause(),
                        delivery.longestPause()));
    }

    private static Severity severity(String name, RoleProblems problems) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "low" -> Severity.SEVERITY_LOW;
            case "medium" -> Severity.SEVERITY_MEDIUM;
            case "high" -> Severity.SEVERITY_HIGH;
            default -> {
                problems.add("paging.page-from", "must be low, medium or high, not '" + name + "'");
                yield Severity.SEVERITY_MEDIUM;
            }
        };
    }
}
