package org.wardlight.station.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wardlight.events.v1.RotaShift;
import org.wardlight.events.v1.RotaStep;
import org.wardlight.station.register.KeptChange;
import org.wardlight.station.register.RegisterCommand.AddBed;
import org.wardlight.station.register.RegisterCommand.RemoveBed;
import org.wardlight.station.register.RegisterCommand.SetNurse;
import org.wardlight.station.register.RegisterCommand.SetRota;

/** The register as a whole, its change log, beds, nurses and the rota. */
final class BedRoutes {

    private static final Pattern CLOCK_TIME = Pattern.compile("([01][0-9]|2[0-3]):([0-5][0-9])");
    private static final int MOST_CHANGES = 1_000;
    private static final int CHANGES = 100;

    private final RegisterDesk desk;

    BedRoutes(RegisterDesk desk) {
        this.desk = desk;
    }

    void register(RoutesConfig routes) {
        routes.get("/api/v1/wards/{ward}/register", this::view, Access.VIEW);
        routes.get("/api/v1/wards/{ward}/changes", this::changes, Access.VIEW);
        routes.post("/api/v1/wards/{ward}/beds", this::addBed, Access.CHARGE);
        routes.post("/api/v1/wards/{ward}/beds/{bed}/remove", this::removeBed, Access.CHARGE);
        routes.post("/api/v1/wards/{ward}/beds/{bed}/nurse", this::nurse, Access.NURSE);
        routes.post("/api/v1/wards/{ward}/rota", this::rota, Access.CHARGE);
    }

    private void view(Context ctx) {
        desk.checkWard(ctx);
        ctx.json(desk.register().view());
    }

    private void changes(Context ctx) {
        desk.checkWard(ctx);
        int limit = Queries.number(ctx, "limit", CHANGES, MOST_CHANGES);
        ctx.json(new Changes(desk.ask(register -> register.changes(limit))));
    }

    private void addBed(Context ctx) {
        desk.checkWard(ctx);
        Fields body = Fields.of(ctx, "bed", "nurse", "reason");
        AddBed command = new AddBed(body.text("bed"), body.text("nurse"));
        desk.done(ctx, body, command, body.textOr("reason", "bed added"));
    }

    private void removeBed(Context ctx) {
        desk.checkWard(ctx);
        Fields body = Fields.of(ctx, "reason");
        desk.done(ctx, body, new RemoveBed(ctx.pathParam("bed")), body.text("reason"));
    }

    private void nurse(Context ctx) {
        desk.checkWard(ctx);
        Fields body = Fields.of(ctx, "nurse", "reason");
        SetNurse command = new SetNurse(ctx.pathParam("bed"), body.text("nurse"));
        desk.done(ctx, body, command, body.textOr("reason", "handed over"));
    }

    private void rota(Context ctx) {
        desk.checkWard(ctx);
        Fields body = Fields.of(ctx, "shifts", "steps", "revision", "reason");
        SetRota command = new SetRota(
                steps(body),
                body.list("shifts", "name", "from", "steps").stream()
                        .map(BedRoutes::shift)
                        .toList(),
                body.optionalRevision("revision"));
        desk.done(ctx, body, command, body.text("reason"));
    }

    private static RotaShift shift(Fields shift) {
        Matcher from = CLOCK_TIME.matcher(shift.text("from"));
        if (!from.matches()) {
            throw Problem.invalid("A shift begins at a time such as 07:00.");
        }
        return RotaShift.newBuilder()
                .setName(shift.text("name"))
                .setFromMinute(60 * Integer.parseInt(from.group(1)) + Integer.parseInt(from.group(2)))
                .addAllSteps(steps(shift))
                .build();
    }

    private static List<RotaStep> steps(Fields of) {
        return of.list("steps", "role", "receiver", "person").stream()
                .map(step -> RotaStep.newBuilder()
                        .setRole(step.text("role"))
                        .setReceiver(step.text("receiver"))
                        .setPerson(step.textOr("person", ""))
                        .build())
                .toList();
    }

    private record Changes(List<KeptChange> changes) {}
}
