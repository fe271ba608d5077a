package org.wardlight.app.roles;

import java.util.LinkedHashMap;
import java.util.Map;
import org.wardlight.app.configuration.ConfigurationRefused;
import org.wardlight.app.configuration.WardlightSettings;
import org.wardlight.database.DatabaseSettings;

/** The roles of a hospital. */
public final class ProductionRoles {

    private ProductionRoles() {}

    /** Every role by name, in the order of the flow. */
    public static Map<String, RoleFactory> all() {
        Map<String, RoleFactory> roles = new LinkedHashMap<>();
        roles.put("ingest", IngestRole::prepare);
        roles.put("job", JobRole::prepare);
        roles.put("alerting", AlertingRole::prepare);
        roles.put("station", StationRole::prepare);
        roles.put(CanaryRole.NAME, CanaryRole::prepare);
        return roles;
    }

    /**
     * Where alerting keeps its alarms, for tools that look at them from outside.
     *
     * @throws ConfigurationRefused when it is not said
     */
    public static DatabaseSettings alertingDatabase(WardlightSettings settings) {
        RoleProblems problems = new RoleProblems("alerting");
        DatabaseSettings database = RoleDatabase.of(settings.alerting().store(), "store", problems);
        return problems.check(() -> database);
    }
}
