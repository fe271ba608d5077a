package org.wardlight.app.station;

import org.wardlight.app.terminal.CommandFailure;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which station a command talks to, as whom, and how its answer is printed. */
public final class StationOption {

    @Mixin
    private StationAddress address = new StationAddress();

    @Option(names = "--json", description = "Prints the station's answer as JSON.")
    private boolean json;

    /** Whether the answer is for a program. */
    public boolean json() {
        return json;
    }

    /**
     * A client of that station.
     *
     * @throws CommandFailure when it is not known as whom to act
     */
    public StationClient client() {
        return address.client();
    }
}
