package org.wardlight.app.ward;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Since when something is so, and why. */
final class SinceOption {

    @Option(names = "--since", paramLabel = "TIME", description = "Since when (default: now).")
    private @Nullable String since;

    @Mixin
    private ReasonOption reason = new ReasonOption();

    /** The body of a request that begins with reason and time. */
    ObjectNode body(WardView ward) {
        ObjectNode body = reason.body();
        Long from = ward.moment(since);
        return from == null ? body : body.put("from", from);
    }
}
