package org.wardlight.station.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.wardlight.station.StationEdge;

/** What machines ask: metrics, health, the contract. */
final class SystemRoutes {

    private static final String CONTRACT = "/org/wardlight/station/openapi.yaml";

    private final StationEdge edge;
    private final String contract;

    SystemRoutes(StationEdge edge) {
        this.edge = edge;
        this.contract = readContract();
    }

    void register(RoutesConfig routes) {
        routes.get("/metrics", this::metrics, Access.OPEN);
        routes.get("/healthz", this::health, Access.OPEN);
        routes.get("/api/openapi.yaml", ctx -> ctx.result(contract).contentType("application/yaml"), Access.OPEN);
    }

    private void metrics(Context ctx) {
        ctx.result(edge.prometheusText().get()).contentType("text/plain; version=0.0.4; charset=utf-8");
    }

    private void health(Context ctx) {
        Map<String, String> problems = new TreeMap<>(edge.problems().get());
        if (problems.isEmpty()) {
            ctx.json(Map.of("status", "up"));
        } else {
            ctx.status(503).json(new Down("down", problems));
        }
    }

    private static String readContract() {
        try (InputStream in = SystemRoutes.class.getResourceAsStream(CONTRACT)) {
            if (in == null) {
                throw new IllegalStateException("missing resource " + CONTRACT);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("cannot read " + CONTRACT, e);
        }
    }

    private record Down(String status, Map<String, String> problems) {}
}
