package org.wardlight.station.web;

import io.javalin.http.Context;
import io.javalin.security.BasicAuthCredentials;
import io.javalin.security.RouteRole;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wardlight.station.access.Actor;
import org.wardlight.station.access.Sessions;
import org.wardlight.station.access.Sessions.Outcome;
import org.wardlight.station.access.Sessions.Verdict;
import org.wardlight.station.plan.WardPlan.Role;

/** Lets a request through, or not: who asks, from which page, for which host. */
final class Guard {

    static final String COOKIE = "wardlight_session";

    private static final String ACTOR = "wardlight.actor";
    private static final Set<String> LOOPBACK_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Set<String> READING = Set.of("GET", "HEAD");

    private final Sessions sessions;
    private final boolean anonymousView;
    private final boolean loopbackNamesOnly;

    /** @param loopbackNamesOnly refuse a foreign host name, by which a page elsewhere could reach a ward on loopback */
    Guard(Sessions sessions, boolean anonymousView, boolean loopbackNamesOnly) {
        this.sessions = sessions;
        this.anonymousView = anonymousView;
        this.loopbackNamesOnly = loopbackNamesOnly;
    }

    /** For every request, also for files. */
    void checkHost(Context ctx) {
        String host = ctx.header("Host");
        if (loopbackNamesOnly && host != null && !LOOPBACK_NAMES.contains(withoutPort(host))) {
            throw new Problem(421, "This is not the host you asked for.", "Open the board by localhost or 127.0.0.1.");
        }
    }

    /** For every request that a route answers. */
    void checkAccess(Context ctx) {
        if (!READING.contains(ctx.method().name())) {
            checkOrigin(ctx);
        }
        Access access = access(ctx.routeRoles());
        Role needed = access.needed();
        if (needed == null) {
            return;
        }
        Optional<Actor> actor = authenticate(ctx);
        if (actor.isEmpty()) {
            if (access == Access.VIEW
                    && anonymousView
                    && READING.contains(ctx.method().name())) {
                return;
            }
            throw Problem.notSignedIn();
        }
        if (!actor.get().role().includes(needed)) {
            throw new Problem(403, "Your role may not do this.", "It takes the role " + needed.id() + " or higher.");
        }
    }

    /** Who asks, by cookie or by password; empty when nobody says. A wrong password is refused here. */
    Optional<Actor> authenticate(Context ctx) {
        Actor known = ctx.attribute(ACTOR);
        if (known != null) {
            return Optional.of(known);
        }
        String token = ctx.cookie(COOKIE);
        Optional<Actor> actor = token == null ? Optional.empty() : sessions.find(token);
        if (actor.isEmpty() && ctx.header("Authorization") != null) {
            actor = byPassword(ctx);
        }
        actor.ifPresent(a -> ctx.attribute(ACTOR, a));
        return actor;
    }

    /** Who asks, on a route that lets nobody else through. */
    Actor actor(Context ctx) {
        return authenticate(ctx).orElseThrow(Problem::notSignedIn);
    }

    private Optional<Actor> byPassword(Context ctx) {
        BasicAuthCredentials credentials = ctx.basicAuthCredentials();
        if (credentials == null) {
            throw Problem.notSignedIn();
        }
        Outcome outcome = sessions.check(credentials.getUsername(), credentials.getPassword(), ctx.ip());
        if (outcome.verdict() == Verdict.TOO_MANY_FAILURES) {
            throw Problem.tooManyFailures();
        }
        if (outcome.verdict() == Verdict.WRONG) {
            throw Problem.notSignedIn();
        }
        return outcome.actor();
    }

    /** A browser names the page that sends; a page of another site must not act in somebody's session. */
    private static void checkOrigin(Context ctx) {
        String origin = ctx.header("Origin");
        if (origin == null) {
            return;
        }
        int scheme = origin.indexOf("://");
        String authority = scheme < 0 ? origin : origin.substring(scheme + 3);
        String host = ctx.header("Host");
        if (host == null || !authority.equalsIgnoreCase(host)) {
            throw new Problem(403, "This request comes from another site.", "Use the board itself.");
        }
    }

    private static Access access(Set<? extends RouteRole> roles) {
        @Nullable Access found = null;
        for (RouteRole role : roles) {
            if (role instanceof Access access) {
                found = access;
            }
        }
        if (found == null) {
            throw new Problem(403, "This is closed.", "Nobody may use this address.");
        }
        return found;
    }

    private static String withoutPort(String host) {
        int bracket = host.indexOf(']');
        int colon = host.indexOf(':', Math.max(bracket, 0));
        return (colon < 0 ? host : host.substring(0, colon)).toLowerCase(Locale.ROOT);
    }
}
