package org.wardlight.app.demo;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.wardlight.simulators.recording.Recordings;
import org.wardlight.simulators.scenario.Scenario;

/** What the board says about being a demonstration. */
final class DemoNotes {

    private DemoNotes() {}

    static List<String> of(DemoOptions options) {
        List<String> notes = new ArrayList<>();
        notes.add("Demonstration profile: NEWS2 is evaluated every "
                + DemoConfigs.SCORE_EVERY.toSeconds()
                + " s from the last 30 s (in production every 60 s from 5 min), and pages escalate after "
                + DemoConfigs.ESCALATE_AFTER.toSeconds()
                + " s (in production 1 to 3 min). Limits and delays are as in production.");
        Path recordings = options.replay();
        notes.add(
                recordings == null
                        ? "Simulated patients. "
                                + Scenario.byId(options.scenario()).description()
                        : "Recordings of real people ("
                                + Recordings.profile(recordings).title()
                                + "), one in each bed, each repeated from its start.");
        if (options.speed() != 1.0) {
            notes.add(String.format(Locale.ROOT, "The ward clock runs %.1f times as fast as yours.", options.speed()));
        }
        return List.copyOf(notes);
    }
}
