package org.wardlight.station.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.util.List;
import org.wardlight.station.access.Actor;
import org.wardlight.station.access.Sessions;
import org.wardlight.station.access.Sessions.Outcome;
import org.wardlight.station.access.Sessions.Verdict;
import org.wardlight.station.board.Frames.SignedIn;
import org.wardlight.station.plan.WardPlan;

/** Signing in and out. The password comes in a body and never in an address. */
final class SessionRoutes {

    private final WardPlan plan;
    private final Sessions sessions;
    private final Guard guard;
    private final boolean secureCookie;

    SessionRoutes(WardPlan plan, Sessions sessions, Guard guard, boolean secureCookie) {
        this.plan = plan;
        this.sessions = sessions;
        this.guard = guard;
        this.secureCookie = secureCookie;
    }

    void register(RoutesConfig routes) {
        routes.get("/api/v1/staff", this::staff, Access.OPEN);
        routes.get("/api/v1/session", ctx -> ctx.json(signedIn(guard.actor(ctx))), Access.OPEN);
        routes.post("/api/v1/sessions", this::signIn, Access.OPEN);
        routes.delete("/api/v1/sessions", this::signOut, Access.OPEN);
    }

    static SignedIn signedIn(Actor actor) {
        return new SignedIn(actor.id(), actor.name(), actor.role().id());
    }

    private void staff(Context ctx) {
        ctx.json(new StaffList(plan.staff().stream()
                .map(member ->
                        new SignedIn(member.id(), member.name(), member.role().id()))
                .toList()));
    }

    private void signIn(Context ctx) {
        JsonNode body = Bodies.object(ctx, "actor", "password");
        Outcome outcome = sessions.check(Bodies.text(body, "actor"), Bodies.text(body, "password"), ctx.ip());
        if (outcome.verdict() == Verdict.TOO_MANY_FAILURES) {
            throw Problem.tooManyFailures();
        }
        Actor actor = outcome.actor()
                .orElseThrow(() -> new Problem(
                        401,
                        "Name and password do not match.",
                        "The password of this run stands where it was started."));
        ctx.cookie(cookie(sessions.begin(actor), (int) Sessions.LIFETIME.toSeconds()));
        ctx.status(201).json(signedIn(actor));
    }

    private void signOut(Context ctx) {
        String token = ctx.cookie(Guard.COOKIE);
        if (token != null) {
            sessions.end(token);
        }
        ctx.cookie(cookie("", 0));
        ctx.status(204);
    }

    private Cookie cookie(String value, int maxAgeSeconds) {
        Cookie cookie = new Cookie(Guard.COOKIE, value, "/", maxAgeSeconds, secureCookie);
        cookie.setHttpOnly(true);
        cookie.setSameSite(SameSite.STRICT);
        return cookie;
    }

    private record StaffList(List<SignedIn> staff) {}
}
