package org.wardlight.station.web;

import io.javalin.security.RouteRole;
import org.jspecify.annotations.Nullable;
import org.wardlight.station.plan.WardPlan.Role;

/** Who may use a route. A route that does not say is closed. */
enum Access implements RouteRole {
    /** Anybody: signing in, health, the pages themselves, and what brings its own signature. */
    OPEN(null),
    /** Whoever is signed in; anybody when the configuration lets the ward be viewed anonymously. */
    VIEW(Role.VIEWER),
    /** A nurse or higher, always signed in. */
    NURSE(Role.NURSE),
    /** A charge nurse or higher, always signed in. */
    CHARGE(Role.CHARGE);

    private final @Nullable Role needed;

    Access(@Nullable Role needed) {
        this.needed = needed;
    }

    @Nullable
    Role needed() {
        return needed;
    }
}
