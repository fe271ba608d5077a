package org.wardlight.app.simulation;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wardlight.app.running.RunningDemo;
import org.wardlight.app.running.RunningDemoFile;

/**
 * Which broker devices publish to, and under what names.
 *
 * @param address of the broker
 * @param prefix before each device id: a running demo has devices of its own
 */
record Broker(URI address, String prefix) {

    static final String USUAL = "tcp://127.0.0.1:1883";

    private static final String BESIDE_A_DEMO = "sim-";

    /** The one named, else the running demo's, else the usual one of this machine. */
    static Broker of(@Nullable URI named, @Nullable String prefix) {
        Optional<RunningDemo> demo =
                named == null ? RunningDemoFile.ofThisUser().find() : Optional.empty();
        URI address = named == null ? URI.create(demo.map(RunningDemo::mqtt).orElse(USUAL)) : named;
        String usualPrefix = demo.isPresent() ? BESIDE_A_DEMO : "";
        return new Broker(address, prefix == null ? usualPrefix : prefix);
    }
}
