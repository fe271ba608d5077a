package org.wardlight.station.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wardlight.events.v1.ChartEntry;
import org.wardlight.station.register.Charted;
import org.wardlight.station.register.EntryView;
import org.wardlight.station.register.KeptEntry;
import org.wardlight.station.register.RegisterCommand;
import org.wardlight.station.register.RegisterCommand.Chart;
import org.wardlight.station.register.RegisterCommand.CorrectEntry;

/** What people see and do at the bed. */
final class ChartRoutes {

    private static final String[] CHARTED = {
        "time", "consciousness", "oxygenFlow", "inspiredOxygen", "vitals", "intervention", "reason"
    };

    private final RegisterDesk desk;

    ChartRoutes(RegisterDesk desk) {
        this.desk = desk;
    }

    void register(RoutesConfig routes) {
        routes.get("/api/v1/patients/{ref}/chart", this::entries, Access.VIEW);
        routes.post("/api/v1/patients/{ref}/chart", this::chart, Access.NURSE);
        routes.post("/api/v1/patients/{ref}/chart/{entry}/correct", this::correct, Access.NURSE);
    }

    private void entries(Context ctx) {
        String ref = ctx.pathParam("ref");
        if (!desk.register().knows(ref)) {
            throw Problem.notFound("Nobody on this ward has this reference.");
        }
        long from = Queries.time(ctx, "from", 0);
        long to = Queries.time(ctx, "to", Long.MAX_VALUE);
        List<KeptEntry> entries = desk.ask(register -> register.entries(ref, from, to));
        ctx.json(new Entries(entries.stream().map(EntryView::of).toList()));
    }

    private void chart(Context ctx) {
        Fields body = Fields.of(ctx, CHARTED);
        Chart command = new Chart(ctx.pathParam("ref"), charted(body));
        ctx.status(201).json(entered(ctx, body, command, body.textOr("reason", "")));
    }

    private void correct(Context ctx) {
        Fields body = Fields.of(ctx, CHARTED);
        Charted charted = charted(body);
        String reason = body.text("reason");
        KeptEntry wrong = desk.ask(register -> register.entry(ctx.pathParam("ref"), ctx.pathParam("entry")))
                .orElseThrow(() -> Problem.notFound("This chart has no such entry."));
        ctx.json(entered(ctx, body, new CorrectEntry(wrong, charted), reason));
    }

    private Entered entered(Context ctx, Fields body, RegisterCommand command, String reason) {
        return desk.once(ctx, body.node(), Entered.class, () -> desk.perform(ctx, command, reason).stream()
                .filter(record -> record.value() instanceof ChartEntry)
                .map(record -> new KeptEntry((ChartEntry) record.value(), null))
                .map(EntryView::of)
                .map(Entered::new)
                .findFirst()
                .orElseThrow());
    }

    private static Charted charted(Fields body) {
        Map<String, Double> vitals = new LinkedHashMap<>();
        for (Fields vital : body.list("vitals", "vital", "value")) {
            if (vitals.put(vital.text("vital"), vital.number("value")) != null) {
                throw Problem.invalid("Each vital is charted once.");
            }
        }
        return new Charted(
                body.optionalTime("time"),
                body.optionalText("consciousness"),
                oxygen(body, "oxygenFlow", "L/min"),
                oxygen(body, "inspiredOxygen", "%"),
                vitals,
                body.optionalText("intervention"));
    }

    /** Oxygen without its amount is a misunderstanding, never none: here null does not count as absent. */
    private static @Nullable Double oxygen(Fields body, String key, String unit) {
        JsonNode amount = body.node().path(key);
        if (!amount.isMissingNode() && !amount.isNumber()) {
            throw Problem.invalid("How much oxygen? " + key + " must be a number in " + unit + ".");
        }
        return body.optionalNumber(key);
    }

    private record Entries(List<EntryView> entries) {}

    private record Entered(EntryView entry) {}
}
