package org.wardlight.ingest.decoding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wardlight.events.DeviceId;

class DeviceTopicTest {

    @Test
    void readsSiteDeviceAndFormat() {
        assertThat(DeviceTopic.parse("wardlight/v1/north/mon-07/wl"))
                .contains(new DeviceTopic("north", new DeviceId("mon-07"), DeviceTopic.Format.NATIVE));
        assertThat(DeviceTopic.parse("wardlight/v1/north/mon-07/status"))
                .contains(new DeviceTopic("north", new DeviceId("mon-07"), DeviceTopic.Format.STATUS));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "home/kitchen/temperature",
                "wardlight",
                "wardlight/v1",
                "wardlight/v1/north/mon-07",
                "wardlight/v1/north/mon-07/",
                "wardlight/v1/north/mon-07/wl/",
                "wardlight/v1/north/mon-07/wl/extra",
                "/wardlight/v1/north/mon-07/wl",
                "wardlight/v2/north/mon-07/wl",
                "Wardlight/v1/north/mon-07/wl",
                "wardlight/v1//mon-07/wl",
                "wardlight/v1/north//wl",
                "wardlight/v1/north/mon 07/wl",
                "wardlight/v1/north/-mon/wl",
                "wardlight/v1/north/mon-07/WL",
                "wardlight/v1/north/mon-07/hl7"
            })
    void takesNothingElseForADeviceTopic(String topic) {
        assertThat(DeviceTopic.parse(topic)).isEmpty();
    }

    @Test
    void takesNoDeviceIdThatIsTooLong() {
        assertThat(DeviceTopic.parse("wardlight/v1/north/" + "d".repeat(65) + "/wl"))
                .isEmpty();
        assertThat(DeviceTopic.parse("wardlight/v1/north/" + "d".repeat(64) + "/wl"))
                .isPresent();
    }
}
