package org.wardlight.simulators.connection;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.wardlight.events.v1.NativeMessage;
import org.wardlight.events.v1.Sequence;
import org.wardlight.simulators.payload.PayloadFormat;
import org.wardlight.simulators.timeline.TimedMessage;

class PublicationTest {

    private static final Instant PLANNED = Instant.parse("2026-11-21T19:43:00Z");

    private final Publication reading = new Publication.Reading(
            "wardlight/v1/north/mon-02/wl",
            new TimedMessage(
                    PLANNED,
                    PayloadFormat.PROTOBUF,
                    NativeMessage.newBuilder()
                            .setDeviceId("mon-02")
                            .setSequence(Sequence.newBuilder().setBoot(1).setSeq(5))
                            .setSentTimeMs(PLANNED.toEpochMilli())
                            .build()));

    @Test
    void punctualReadingKeepsItsPlannedBytes() throws InvalidProtocolBufferException {
        assertThat(sent(PLANNED.plusMillis(800))).isEqualTo(PLANNED);
    }

    @Test
    void readingThatWaitedForTheNetworkSaysWhenItWasReallySent() throws InvalidProtocolBufferException {
        Instant later = PLANNED.plusSeconds(60);

        assertThat(sent(later)).isEqualTo(later);
        assertThat(NativeMessage.parseFrom(reading.payload(later)).getSequence().getSeq())
                .isEqualTo(5);
    }

    @Test
    void onlyTheStatusIsRetained() {
        Publication status = new Publication.Status(new DeviceTopics("north").status("mon-02"), 87);

        assertThat(status.retained()).isTrue();
        assertThat(reading.retained()).isFalse();
        assertThat(status.topic()).isEqualTo("wardlight/v1/north/mon-02/status");
        assertThat(new String(status.payload(PLANNED), StandardCharsets.UTF_8))
                .isEqualTo("{\"state\":\"online\",\"battery\":87,\"firmware\":\"sim-1\"}");
    }

    private Instant sent(Instant now) throws InvalidProtocolBufferException {
        return Instant.ofEpochMilli(
                NativeMessage.parseFrom(reading.payload(now)).getSentTimeMs());
    }
}
