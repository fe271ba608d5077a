package org.wardlight.app.simulation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import org.wardlight.app.terminal.ExitCode;
import org.wardlight.app.terminal.Terminal;
import org.wardlight.simulators.connection.Ledger;

/** The account of a run: what was published, and what the broker acknowledged. */
final class SentMessages {

    private SentMessages() {}

    /** Says it, and gives the exit code: a run that reached nobody has failed. */
    static int report(Ledger ledger, Terminal terminal, boolean json) throws JsonProcessingException {
        long published = ledger.publishedCount();
        long acknowledged = ledger.acknowledgedCount();
        Map<String, Long> figures = new LinkedHashMap<>();
        figures.put("messages_published", published);
        figures.put("messages_acknowledged", acknowledged);
        terminal.result(
                json
                        ? new ObjectMapper().writeValueAsString(figures)
                        : "  Published " + published + " messages, " + acknowledged + " acknowledged.");
        return acknowledged > 0 ? ExitCode.OK : ExitCode.FAILED;
    }
}
