package org.wardlight.app.ward;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import org.wardlight.app.terminal.CommandFailure;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options that say who a patient is; what is not named stays as it was. */
final class Demographics {

    private static final String UNKNOWN = "unknown";

    @Option(names = "--initials", paramLabel = "X.Y.", description = "Initials; stay at the station.")
    private @Nullable String initials;

    @Option(names = "--age", paramLabel = "YEARS", description = "Or unknown; then no NEWS2 is given.")
    private @Nullable String age;

    @Option(names = "--sex", paramLabel = "SEX", description = "female, male, other, unknown.")
    private @Nullable String sex;

    @Option(
            names = "--news2-exclusion",
            paramLabel = "WHY",
            description = "pregnant, spinal-cord-injury, or none: why NEWS2 is not made beside the age.")
    private @Nullable String news2Exclusion;

    @Mixin
    private ReasonOption reason = new ReasonOption();

    /** The station takes all of it anew. */
    ObjectNode body(JsonNode known) {
        if (initials == null && age == null && sex == null && news2Exclusion == null) {
            throw CommandFailure.usage("Nothing to change.", "Name --initials, --age, --sex or --news2-exclusion.");
        }
        ObjectNode body = reason.body()
                .put("initials", initials == null ? known.path("initials").asText() : initials)
                .put("sex", sex == null ? known.path("sex").asText(UNKNOWN) : sex);
        if (news2Exclusion != null) {
            body.put("news2Exclusion", news2Exclusion);
        }
        if (age == null) {
            return body.set("age", known.path("age"));
        }
        return UNKNOWN.equals(age) ? body : body.put("age", years(age));
    }

    private static int years(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw CommandFailure.usage("'" + text + "' is no age.", "Write whole years, or unknown.");
        }
    }
}
