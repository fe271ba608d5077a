package org.wardlight.app.demo;

import com.sun.jdi.Bootstrap;
import com.sun.jdi.ReferenceType;
import com.sun.jdi.VMDisconnectedException;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.Connector;
import com.sun.jdi.connect.IllegalConnectorArgumentsException;
import com.sun.jdi.connect.ListeningConnector;
import com.sun.jdi.event.BreakpointEvent;
import com.sun.jdi.event.ClassPrepareEvent;
import com.sun.jdi.event.Event;
import com.sun.jdi.event.EventSet;
import com.sun.jdi.request.BreakpointRequest;
import com.sun.jdi.request.ClassPrepareRequest;
import com.sun.jdi.request.EventRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A real process with real code, watched by a debugger that knows one thing to do at a breakpoint: {@code kill -9}. So the
 * moment of death is exact, and production code has no hooks for it.
 */
final class KillableProcess {

    private final Process process;
    private final VirtualMachine machine;
    private final Map<KillPoint, BreakpointRequest> breakpoints = new EnumMap<>(KillPoint.class);
    private @Nullable KillPoint armed;

    private KillableProcess(Process process, VirtualMachine machine) {
        this.process = process;
        this.machine = machine;
    }

    static KillableProcess start(List<String> javaAndArguments, Map<String, String> environment, Path output)
            throws IOException, IllegalConnectorArgumentsException {
        ListeningConnector connector = Bootstrap.virtualMachineManager().listeningConnectors().stream()
                .filter(each -> each.name().equals("com.sun.jdi.SocketListen"))
                .findFirst()
                .orElseThrow();
        Map<String, Connector.Argument> arguments = connector.defaultArguments();
        Objects.requireNonNull(arguments.get("localAddress")).setValue("127.0.0.1");
        String address = connector.startListening(arguments);
        try {
            Process process = launch(address, javaAndArguments, environment, output);
            KillableProcess started = new KillableProcess(process, connector.accept(arguments));
            started.watch();
            return started;
        } finally {
            connector.stopListening(arguments);
        }
    }

    private static Process launch(
            String address, List<String> javaAndArguments, Map<String, String> environment, Path output)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-agentlib:jdwp=transport=dt_socket,server=n,suspend=y,address=" + address,
                "-Xmx256m"));
        command.addAll(javaAndArguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** The next time it comes there, it dies. */
    synchronized void killAt(KillPoint point) {
        armed = point;
        BreakpointRequest known = breakpoints.get(point);
        if (known != null) {
            known.enable();
        }
    }

    /** Whether it is dead before that time is over. */
    boolean diesWithin(Duration time) throws InterruptedException {
        return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    void killNow() {
        process.destroyForcibly();
    }

    private void watch() {
        for (KillPoint point : KillPoint.values()) {
            ClassPrepareRequest loading = machine.eventRequestManager().createClassPrepareRequest();
            loading.addClassFilter(point.type());
            loading.enable();
        }
        Thread watcher = new Thread(this::follow, "kill-point");
        watcher.setDaemon(true);
        watcher.start();
        machine.resume();
    }

    private void follow() {
        try {
            while (true) {
                EventSet events = machine.eventQueue().remove();
                for (Event event : events) {
                    if (event instanceof ClassPrepareEvent loaded) {
                        loaded(loaded.referenceType());
                    } else if (event instanceof BreakpointEvent) {
                        process.destroyForcibly();
                        return;
                    }
                }
                events.resume();
            }
        } catch (VMDisconnectedException e) {
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void loaded(ReferenceType type) {
        for (KillPoint point : KillPoint.values()) {
            if (type.name().equals(point.type()) && !breakpoints.containsKey(point)) {
                BreakpointRequest breakpoint = machine.eventRequestManager()
                        .createBreakpointRequest(
                                type.methodsByName(point.method()).get(0).location());
                breakpoint.setSuspendPolicy(EventRequest.SUSPEND_ALL);
                breakpoints.put(point, breakpoint);
                if (point == armed) {
                    breakpoint.enable();
                }
            }
        }
    }
}
