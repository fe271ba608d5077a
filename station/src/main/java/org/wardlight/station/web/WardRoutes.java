package org.wardlight.station.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wardlight.station.access.Actor;
import org.wardlight.station.board.Board;
import org.wardlight.station.board.Frames.SignedIn;
import org.wardlight.station.board.Frames.WardName;
import org.wardlight.station.board.Tile;
import org.wardlight.station.register.RegisterRefusal;
import org.wardlight.station.register.WardRegister;
import org.wardlight.station.web.Idempotency.Asked;

/** The ward, its patients and its stream; connecting a device with a bed. */
final class WardRoutes {

    private static final Logger LOG = LoggerFactory.getLogger(WardRoutes.class);

    private final Board board;
    private final WardRegister register;
    private final LiveWard live;
    private final Guard guard;
    private final Idempotency idempotency;

    WardRoutes(Board board, WardRegister register, LiveWard live, Guard guard, Idempotency idempotency) {
        this.board = board;
        this.register = register;
        this.live = live;
        this.guard = guard;
        this.idempotency = idempotency;
    }

    void register(RoutesConfig routes) {
        routes.get("/api/v1/wards", this::wards, Access.VIEW);
        routes.get("/api/v1/wards/{ward}", this::ward, Access.VIEW);
        routes.get("/api/v1/wards/{ward}/stream", this::stream, Access.VIEW);
        routes.post("/api/v1/wards/{ward}/beds/{bed}/device", this::connectDevice, Access.NURSE);
        routes.get("/api/v1/patients/{ref}", this::patient, Access.VIEW);
    }

    private void wards(Context ctx) {
        WardName name = board.wardName();
        int beds = board.snapshot().value().tiles().size();
        ctx.json(new Wards(List.of(new WardEntry(name.id(), name.name(), name.site(), beds, board.occupied()))));
    }

    private void ward(Context ctx) {
        checkWard(ctx);
        ctx.json(live.snapshot(reader(ctx)).value());
    }

    private void stream(Context ctx) throws Exception {
        checkWard(ctx);
        Optional<SignedIn> reader = reader(ctx);
        Streams.connect(ctx, live.wardStream(), () -> live.snapshotEvent(reader));
    }

    private void patient(Context ctx) {
        ctx.json(board.patient(ctx.pathParam("ref"))
                .orElseThrow(() -> Problem.notFound("Nobody on this ward has this reference.")));
    }

    private void connectDevice(Context ctx) {
        checkWard(ctx);
        String bed = ctx.pathParam("bed");
        JsonNode body = Bodies.object(ctx, "device", "profile");
        String device = Bodies.text(body, "device");
        String profile = Bodies.text(body, "profile");
        Actor actor = guard.actor(ctx);
        Asked asked = new Asked(actor.id(), ctx.header("Idempotency-Key"));
        String request = "connect " + bed + " " + device + " " + profile;
        ctx.json(idempotency.once(asked, request, Tile.class, () -> connected(bed, device, profile, actor)));
    }

    private Tile connected(String bed, String device, String profile, Actor actor) {
        try {
            register.connect(bed, device, profile, actor.name());
        } catch (RegisterRefusal e) {
            throw switch (e.reason()) {
                case UNKNOWN -> Problem.notFound(e.sentence());
                case INVALID -> Problem.invalid(e.sentence());
                case CONFLICT -> new Problem(409, "The device is in use.", e.sentence());
            };
        } catch (IOException e) {
            LOG.error("register change not kept", e);
            throw new Problem(
                    502, "The change could not be kept.", "Kafka does not answer. Nothing was changed; try again.");
        }
        return board.tile(bed).orElseThrow(() -> Problem.notFound("This ward has no such bed."));
    }

    private void checkWard(Context ctx) {
        if (!ctx.pathParam("ward").equals(board.wardName().id())) {
            throw Problem.notFound("There is no such ward here.");
        }
    }

    private Optional<SignedIn> reader(Context ctx) {
        return guard.authenticate(ctx).map(SessionRoutes::signedIn);
    }

    private record Wards(List<WardEntry> wards) {}

    private record WardEntry(String id, String name, String site, int beds, int occupied) {}
}
