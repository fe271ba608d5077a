package org.wardlight.station.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import org.wardlight.events.VitalCatalogue;
import org.wardlight.events.v1.ExpectedSignal;
import org.wardlight.events.v1.Vital;
import org.wardlight.events.v1.VitalDefinition;
import org.wardlight.station.plan.WardPlan.Device;
import org.wardlight.station.register.RegisterCommand;
import org.wardlight.station.register.RegisterCommand.Connect;
import org.wardlight.station.register.RegisterCommand.CorrectAssociation;
import org.wardlight.station.register.RegisterCommand.DeclareDevices;
import org.wardlight.station.register.RegisterCommand.SwapDevices;
import org.wardlight.station.register.RegisterCommand.SwapPatients;
import org.wardlight.station.register.RegisterCommand.TakeOff;

/** Who wears which device, and swaps of beds. */
final class DeviceRoutes {

    private final RegisterDesk desk;

    DeviceRoutes(RegisterDesk desk) {
        this.desk = desk;
    }

    void register(RoutesConfig routes) {
        routes.post("/api/v1/wards/{ward}/beds/{bed}/device", this::connect, Access.NURSE);
        routes.post("/api/v1/wards/{ward}/devices", this::declare, Access.NURSE);
        routes.post("/api/v1/devices/{device}/take-off", this::takeOff, Access.NURSE);
        routes.post("/api/v1/associations/{association}/correct", this::correct, Access.CHARGE);
        routes.post("/api/v1/wards/{ward}/swap", this::swap, Access.NURSE);
    }

    private void connect(Context ctx) {
        desk.checkWard(ctx);
        Fields body = Fields.of(ctx, "device", "profile", "from", "reason");
        Connect command = new Connect(
                ctx.pathParam("bed"), new Device(body.text("device"), body.text("profile")), body.optionalTime("from"));
        ctx.json(desk.tile(ctx, body, command, body.textOr("reason", "connected at the board")));
    }

    private void declare(Context ctx) {
        desk.checkWard(ctx);
        Fields body = Fields.of(ctx, "devices", "profile", "signals", "reason");
        DeclareDevices command = new DeclareDevices(
                body.texts("devices"),
                body.text("profile"),
                body.list("signals", "vital", "intervalMs", "noSignalAfterMs").stream()
                        .map(DeviceRoutes::signal)
                        .toList());
        desk.done(ctx, body, command, body.textOr("reason", "declared"));
    }

    private static ExpectedSignal signal(Fields signal) {
        Vital vital = VitalCatalogue.standard()
                .find(signal.text("vital"))
                .map(VitalDefinition::getVital)
                .orElseThrow(() -> Problem.invalid("There is no vital " + signal.text("vital") + "."));
        return ExpectedSignal.newBuilder()
                .setVital(vital)
                .setIntervalMs(signal.millis("intervalMs"))
                .setNoSignalAfterMs(signal.millis("noSignalAfterMs"))
                .build();
    }

    private void takeOff(Context ctx) {
        Fields body = Fields.of(ctx, "at", "reason");
        TakeOff command = new TakeOff(ctx.pathParam("device"), body.optionalTime("at"));
        desk.done(ctx, body, command, body.textOr("reason", "taken off"));
    }

    private void correct(Context ctx) {
        Fields body = Fields.of(ctx, "from", "to", "reason");
        CorrectAssociation command = new CorrectAssociation(
                ctx.pathParam("association"), body.optionalTime("from"), body.optionalTime("to"));
        desk.done(ctx, body, command, body.text("reason"));
    }

    private void swap(Context ctx) {
        desk.checkWard(ctx);
        Fields body = Fields.of(ctx, "bedA", "bedB", "what", "from", "reason");
        desk.done(ctx, body, swap(body), body.textOr("reason", "swapped"));
    }

    private static RegisterCommand swap(Fields body) {
        String bedA = body.text("bedA");
        String bedB = body.text("bedB");
        return switch (body.text("what")) {
            case "devices" -> new SwapDevices(bedA, bedB, body.optionalTime("from"));
            case "patients" -> {
                if (body.has("from")) {
                    throw Problem.invalid("Patients change beds now; only devices since a past moment.");
                }
                yield new SwapPatients(bedA, bedB);
            }
            default -> throw Problem.invalid("What is swapped are patients or devices.");
        };
    }
}
