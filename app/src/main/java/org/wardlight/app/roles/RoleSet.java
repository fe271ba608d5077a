package org.wardlight.app.roles;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wardlight.app.operations.Health;
import org.wardlight.app.roles.RoleFactory.PreparedRole;
import org.wardlight.app.terminal.CommandFailure;
import org.wardlight.app.terminal.ExitCode;
import org.wardlight.app.terminal.Step;
import org.wardlight.app.terminal.Terminal;

/** Several roles in one process: started one after another in the order of the flow, closed in the same order. */
public final class RoleSet implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RoleSet.class);

    private final Terminal terminal;
    private final Health health;
    private final Map<String, RunningRole> running = new LinkedHashMap<>();

    /** An empty set that reports to the given terminal and health. */
    public RoleSet(Terminal terminal, Health health) {
        this.terminal = terminal;
        this.health = health;
    }

    /**
     * Starts one more role.
     *
     * @throws CommandFailure when it does not start; those that run go on until {@link #close}
     */
    public void start(String name, PreparedRole prepared, RoleSurroundings surroundings) {
        Step step = terminal.step(name);
        try {
            RunningRole role = prepared.start(surroundings);
            running.put(name, role);
            health.watch(name, role.problems());
            step.done(role.detail());
        } catch (CommandFailure failure) {
            step.failed("did not start");
            throw failure;
        } catch (Exception e) {
            step.failed("did not start");
            throw new CommandFailure(
                    "The role " + name + " does not start: " + e.getMessage(),
                    "'wardlight doctor' checks what it needs; the log file has the details.",
                    ExitCode.NOT_READY,
                    e);
        }
    }

    /** Names of the roles that run. */
    public List<String> names() {
        return new ArrayList<>(running.keySet());
    }

    /** Closes all, upstream first, so that what is under way still arrives downstream. */
    @Override
    public void close() {
        running.forEach((name, role) -> {
            try {
                role.handle().close();
                LOG.info("action=close-role role={}", name);
            } catch (Exception e) {
                LOG.error("action=close-role role={} outcome=failed", name, e);
            }
        });
        running.clear();
    }
}
