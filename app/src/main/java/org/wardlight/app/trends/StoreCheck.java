package org.wardlight.app.trends;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.wardlight.app.terminal.Terminal;
import org.wardlight.events.v1.Method;
import org.wardlight.events.v1.Vital;
import org.wardlight.trends.reading.TrendRange;
import org.wardlight.trends.reading.TrendsUnavailable;
import org.wardlight.trends.schema.Resolution;
import org.wardlight.trends.schema.TrendPoint;
import org.wardlight.trends.schema.TrendSchema;
import org.wardlight.trends.store.StoreAnswer;
import org.wardlight.trends.store.TrendStore;

/** Writes one row of a patient that nobody is and reads it back, a line for each. */
final class StoreCheck {

    private static final String SITE = "check";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final TrendStore store;
    private final Terminal terminal;

    StoreCheck(TrendStore store, Terminal terminal) {
        this.store = store;
        this.terminal = terminal;
    }

    /** Whether both worked. */
    boolean run(String patientRef, Instant minute) throws InterruptedException {
        return isWritten(patientRef, minute) && isReadBack(patientRef, minute);
    }

    private boolean isWritten(String patientRef, Instant minute) {
        TrendPoint point = new TrendPoint(
                SITE,
                patientRef,
                Vital.HEART_RATE,
                Method.METHOD_UNSPECIFIED,
                Resolution.ONE_MINUTE,
                minute,
                0,
                60,
                60,
                60,
                0,
                Double.NaN,
                1,
                Double.NaN,
                0);
        StoreAnswer answer = store.write(List.of(TrendSchema.vital(point).toLineProtocol()));
        if (answer instanceof StoreAnswer.TryAgain again) {
            terminal.checked(false, "write", again.why());
        } else if (answer instanceof StoreAnswer.Refused refused) {
            terminal.checked(false, "write", refused.detail());
        } else {
            terminal.checked(true, "write", "one row under site '" + SITE + "'");
            return true;
        }
        return false;
    }

    private boolean isReadBack(String patientRef, Instant minute) throws InterruptedException {
        TrendRange range = TrendRange.of(minute, minute.plus(Duration.ofMinutes(1)), Duration.ofMinutes(1));
        long end = System.nanoTime() + PATIENCE.toNanos();
        String detail = "the row does not come back";
        while (System.nanoTime() < end) {
            try {
                if (!store.reader()
                        .vitals(List.of(patientRef), List.of(Vital.HEART_RATE), range)
                        .isEmpty()) {
                    terminal.checked(true, "read", "the row comes back");
                    return true;
                }
            } catch (TrendsUnavailable e) {
                detail = String.valueOf(e.getMessage());
            }
            Thread.sleep(100);
        }
        terminal.checked(false, "read", detail);
        return false;
    }
}
