package org.wardlight.station.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wardlight.station.access.Actor;
import org.wardlight.station.board.Board;
import org.wardlight.station.board.Tile;
import org.wardlight.station.plan.WardPlan.Role;
import org.wardlight.station.register.RegisterCommand;
import org.wardlight.station.register.RegisterRecord;
import org.wardlight.station.register.RegisterRefusal;
import org.wardlight.station.register.WardRegister;
import org.wardlight.station.web.Idempotency.Asked;

/** Where requests meet the register: who asks, once only, and a refusal becomes a problem. */
final class RegisterDesk {

    private static final Logger LOG = LoggerFactory.getLogger(RegisterDesk.class);
    private static final String IMPOSSIBLE = "This cannot be.";

    private final WardRegister register;
    private final Board board;
    private final Guard guard;
    private final Idempotency idempotency = new Idempotency();

    RegisterDesk(WardRegister register, Board board, Guard guard) {
        this.register = register;
        this.board = board;
        this.guard = guard;
    }

    WardRegister register() {
        return register;
    }

    void checkWard(Context ctx) {
        if (!ctx.pathParam("ward").equals(board.wardName().id())) {
            throw Problem.notFound("There is no such ward here.");
        }
    }

    void checkRole(Context ctx, Role needed, String what) {
        if (!guard.actor(ctx).role().includes(needed)) {
            throw new Problem(
                    403, "Your role may not do this.", what + " takes the role " + needed.id() + " or higher.");
        }
    }

    /** Does the command and answers that it is done. */
    void done(Context ctx, Fields body, RegisterCommand command, String reason) {
        ctx.json(once(ctx, body.node(), Done.class, () -> {
            perform(ctx, command, reason);
            return Done.DONE;
        }));
    }

    /** Does the command and answers with the bed. */
    Tile tile(Context ctx, Fields body, RegisterCommand command, String reason) {
        String bed = ctx.pathParam("bed");
        return once(ctx, body.node(), Tile.class, () -> {
            perform(ctx, command, reason);
            return board.tile(bed).orElseThrow(() -> Problem.notFound("This ward has no such bed."));
        });
    }

    <T> T once(Context ctx, JsonNode body, Class<T> type, Idempotency.Command<T> command) {
        Asked asked = new Asked(guard.actor(ctx).id(), ctx.header("Idempotency-Key"));
        return idempotency.once(asked, ctx.path() + " " + body, type, command);
    }

    List<RegisterRecord> perform(Context ctx, RegisterCommand command, String reason) {
        Actor actor = guard.actor(ctx);
        try {
            return register.perform(command, actor.name(), reason);
        } catch (RegisterRefusal e) {
            throw switch (e.reason()) {
                case UNKNOWN -> Problem.notFound(e.sentence());
                case INVALID -> new Problem(400, IMPOSSIBLE, e.sentence());
                case CONFLICT -> new Problem(409, IMPOSSIBLE, e.sentence());
            };
        } catch (IOException e) {
            LOG.error("register change not kept", e);
            throw new Problem(
                    502,
                    "The change could not be kept.",
                    "The database of the register does not answer. Nothing was changed; try again.");
        }
    }

    <T> T ask(Question<T> question) {
        try {
            return question.ask(register);
        } catch (IOException e) {
            LOG.error("register not read", e);
            throw new Problem(
                    502, "The register cannot be read.", "The database of the register does not answer. Try again.");
        }
    }

    /** Something that the database has to answer. */
    @FunctionalInterface
    interface Question<T> {
        T ask(WardRegister register) throws IOException;
    }

    /** It is done, or was so already. */
    record Done(boolean ok) {
        static final Done DONE = new Done(true);
    }
}
