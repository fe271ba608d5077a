package org.wardlight.app.roles;

import org.wardlight.app.configuration.WardlightSettings;

/** Knows one kind of role. */
@FunctionalInterface
public interface RoleFactory {

    /**
     * Checks the settings of the role; nothing is started yet.
     *
     * @throws org.wardlight.app.configuration.ConfigurationRefused with everything that is wrong
     */
    PreparedRole prepare(WardlightSettings settings);

    /** A role whose settings are good. */
    @FunctionalInterface
    interface PreparedRole {

        /**
         * Starts it and returns when it works.
         *
         * @throws Exception when it cannot start
         */
        RunningRole start(RoleSurroundings surroundings) throws Exception;
    }
}
