package org.wardlight.app.ward;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.wardlight.app.station.StationAddress;
import org.wardlight.app.station.StationClient;
import org.wardlight.app.terminal.CommandFailure;
import org.wardlight.events.VitalCatalogue;
import org.wardlight.station.plan.WardPlan.DeviceProfile;
import org.wardlight.station.plan.WardPlan.Signal;
import picocli.CommandLine.Mixin;

/** Options of a command that plays devices at a running ward: its station is told what they deliver, before they send. */
public final class DeclaredDevices {

    @Mixin
    private StationAddress address = new StationAddress();

    /** Whether there is a station to tell: one that was named, or that of this user's demo. */
    public boolean isPossible() {
        return address.isKnown();
    }

    /**
     * Tells the station.
     *
     * @throws CommandFailure when the station does not answer or refuses
     */
    public void declare(List<String> deviceIds, DeviceProfile profile) {
        WardView ward = WardView.of(address.client());
        ObjectNode body = StationClient.body().put("profile", profile.id());
        ArrayNode devices = body.putArray("devices");
        deviceIds.forEach(devices::add);
        ArrayNode signals = body.putArray("signals");
        for (Signal signal : profile.signals()) {
            signals.addObject()
                    .put("vital", VitalCatalogue.standard().get(signal.vital()).getId())
                    .put("intervalMs", signal.interval().toMillis())
                    .put("noSignalAfterMs", signal.noSignalAfter().toMillis());
        }
        ward.station().post(ward.path("devices"), body);
    }
}
