package org.wardlight.alerting;

import java.util.ArrayList;
import java.util.List;
import org.wardlight.alerting.alarm.AlarmPolicy;
import org.wardlight.alerting.commands.ApiSettings;
import org.wardlight.alerting.paging.PagingSettings;
import org.wardlight.database.DatabaseSettings;

/**
 * All settings of alerting.
 *
 * @param kafka where the log is
 * @param store where alarms are kept
 * @param http where commands come in
 * @param policy what pages, and how long people have to answer
 * @param paging who can be paged
 */
public record AlertingConfig(
        KafkaSettings kafka, DatabaseSettings store, ApiSettings http, AlarmPolicy policy, PagingSettings paging) {

    /** @throws IllegalArgumentException naming every problem by its key */
    public AlertingConfig {
        List<String> problems = new ArrayList<>();
        problems.addAll(kafka.problems("alerting.kafka"));
        problems.addAll(store.problems("alerting.store"));
        problems.addAll(http.problems("alerting.http"));
        problems.addAll(policy.times().problems("alerting.escalation"));
        problems.addAll(policy.pauses().problems("alerting.pause"));
        problems.addAll(paging.problems("alerting.paging"));
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException("alerting is not configured well:\n  " + String.join("\n  ", problems));
        }
    }
}
