package org.wardlight.station.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import org.wardlight.station.board.Board;
import org.wardlight.station.board.Frames.SignedIn;
import org.wardlight.station.board.Frames.WardName;

/** The ward, its patients and its stream, as the board shows them. */
final class WardRoutes {

    private final Board board;
    private final LiveWard live;
    private final Guard guard;

    WardRoutes(Board board, LiveWard live, Guard guard) {
        this.board = board;
        this.live = live;
        this.guard = guard;
    }

    void register(RoutesConfig routes) {
        routes.get("/api/v1/wards", this::wards, Access.VIEW);
        routes.get("/api/v1/wards/{ward}", this::ward, Access.VIEW);
        routes.get("/api/v1/wards/{ward}/stream", this::stream, Access.VIEW);
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
