package org.wardlight.station.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.wardlight.events.v1.AlarmState;
import org.wardlight.events.v1.AlarmTransition;
import org.wardlight.station.board.Records;

class StreamTest {

    @Test
    void alarmIsSentAtOnceAndValuesWithTheNextFrame() throws Exception {
        try (TestStation station = new TestStation(true);
                EventReader reader = station.events("/api/v1/wards/ward-7/stream", null)) {
            JsonNode snapshot = reader.next("snapshot").data();
            assertThat(snapshot.path("tiles")).hasSize(17);
            assertThat(snapshot.path("session").isNull()).isTrue();
            assertThat(snapshot.path("demo").path("title").asText()).isEqualTo("DEMO");

            station.board.apply(Records.value(station.patientIn("01"), 88, station.clock.millis()));
            station.board.apply(Records.alarm("a1", station.patientIn("01"), 1, station.clock.millis())
                    .build());

            assertThat(reader.next("alarm").data().path("alarm").path("id").asText())
                    .isEqualTo("a1");
            JsonNode frame = reader.next("frame").data();
            assertThat(frame.path("tiles")).hasSize(1);
            assertThat(frame.path("tiles").get(0).path("bed").asText()).isEqualTo("01");
            assertThat(frame.path("counts").path("unacknowledged").asInt()).isEqualTo(1);
        }
    }

    @Test
    void whoeverConnectsAgainGetsTheWholeWardAsItIsNow() throws Exception {
        try (TestStation station = new TestStation(true)) {
            try (EventReader first = station.events("/api/v1/wards/ward-7/stream", null)) {
                first.next("snapshot");
            }
            station.board.apply(Records.value(station.patientIn("01"), 91, station.clock.millis()));
            station.board.apply(Records.alarm("a1", station.patientIn("01"), 1, station.clock.millis())
                    .setTransition(AlarmTransition.ACKNOWLEDGED)
                    .setState(AlarmState.ACTIVE_ACKNOWLEDGED)
                    .setAcknowledgedBy("RN Okafor")
                    .build());

            try (EventReader again = station.events("/api/v1/wards/ward-7/stream", "okafor")) {
                JsonNode snapshot = again.next("snapshot").data();
                assertThat(snapshot.path("tiles")
                                .get(0)
                                .path("numerics")
                                .get(0)
                                .path("text")
                                .asText())
                        .isEqualTo("91");
                assertThat(snapshot.path("alarms").get(0).path("acknowledgedBy").asText())
                        .isEqualTo("RN Okafor");
                assertThat(snapshot.path("session").path("actor").asText()).isEqualTo("okafor");
            }
        }
    }

    @Test
    void pageAppearsOnThePagerOnceHoweverOftenItIsDelivered() throws Exception {
        try (TestStation station = new TestStation(true);
                EventReader reader = station.events("/pager/stream", null)) {
            assertThat(reader.next("pages").data().path("pages")).isEmpty();
            String page = "{\"type\":\"alarm.page\",\"data\":{\"alarm_id\":\"a1\",\"ward\":\"ward-7\",\"bed\":\"07\","
                    + "\"priority\":\"high\",\"kind\":\"technical\",\"marks\":\"!!!\",\"text\":\"no signal: SpO2\"}}";

            station.deliverPage("p1", page);
            station.deliverPage("p1", page);
            station.deliverPage("p2", page);

            JsonNode first = reader.next("page").data();
            assertThat(first.path("pageId").asText()).isEqualTo("p1");
            assertThat(first.path("ward").asText()).isEqualTo("Ward 7 East");
            assertThat(first.path("marks").asText()).isEqualTo("!!!");
            assertThat(first.path("text").asText()).isEqualTo("no signal: SpO2");
            assertThat(reader.next("page").data().path("pageId").asText()).isEqualTo("p2");
        }
    }

    @Test
    void closingWithOpenBoardsTakesLessThanTwoSeconds() throws Exception {
        TestStation station = new TestStation(true);
        try (EventReader one = station.events("/api/v1/wards/ward-7/stream", null);
                EventReader two = station.events("/pager/stream", null)) {
            one.next("snapshot");
            two.next("pages");

            long before = System.nanoTime();
            station.close();

            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(2));
        }
    }

    @Test
    void closingWithOpenBoardsLeavesNoRequestBehindThatFails() throws Exception {
        Logger javalin = (Logger) LoggerFactory.getLogger("io.javalin");
        ListAppender<ILoggingEvent> complaints = new ListAppender<>();
        complaints.start();
        javalin.addAppender(complaints);
        try {
            for (int round = 0; round < 3; round++) {
                TestStation station = new TestStation(true);
                for (int board = 0; board < 10; board++) {
                    station.events("/api/v1/wards/ward-7/stream", null).next("snapshot");
                }
                station.close();
            }
        } finally {
            javalin.detachAppender(complaints);
        }

        assertThat(List.copyOf(complaints.list)).isEmpty();
    }

    @Test
    void boardThatIsClosedIsForgotten() throws Exception {
        try (TestStation station = new TestStation(true)) {
            try (EventReader reader = station.events("/api/v1/wards/ward-7/stream", null)) {
                reader.next("snapshot");
                assertThat(station.streams()).isEqualTo(1);
            }

            // The server finds out when it writes; that takes a frame or two.
            try (EventReader other = station.events("/api/v1/wards/ward-7/stream", null)) {
                for (int second = 1; second <= 3; second++) {
                    station.board.apply(Records.value(station.patientIn("01"), 90, station.clock.millis() + second));
                    other.next("frame");
                }
                assertThat(station.streams()).isEqualTo(1);
            }
        }
    }
}
