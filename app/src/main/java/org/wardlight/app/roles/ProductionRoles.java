package org.wardlight.app.roles;

import java.util.LinkedHashMap;
import java.util.Map;

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
        return roles;
    }
}
