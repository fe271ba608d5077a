package org.wardlight.station.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

/** The receivers of pages, and a test page to one of them. */
final class ReceiverRoutes {

    private final AlertingDesk alerting;

    ReceiverRoutes(AlertingDesk alerting) {
        this.alerting = alerting;
    }

    void register(RoutesConfig routes) {
        routes.get("/api/v1/receivers", this::list, Access.VIEW);
        routes.post("/api/v1/receivers/{name}/test", this::test, Access.CHARGE);
    }

    private void list(Context ctx) {
        ctx.json(alerting.get("/api/v1/receivers"));
    }

    private void test(Context ctx) {
        String path = "/api/v1/receivers/" + AlertingDesk.id(ctx, "name") + "/test";
        ctx.json(alerting.post(ctx, path, Bodies.object(ctx), "No test page was sent."));
    }
}
