package org.wardlight.simulators.payload;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.wardlight.events.VitalCatalogue;
import org.wardlight.events.v1.BodySite;
import org.wardlight.events.v1.Measurement;
import org.wardlight.events.v1.Method;
import org.wardlight.events.v1.NativeMessage;
import org.wardlight.events.v1.ReadingFlag;
import org.wardlight.events.v1.VitalDefinition;

/**
 * Writes the native format as JSON:
 *
 * <pre>{@code
 * {"device":"mon-07","boot":1795290180,"seq":17,"sent":"2026-11-21T19:43:00.123Z",
 *  "measurements":[
 *   {"vital":"spo2","value":96,"unit":"%","time":"2026-11-21T19:43:00.100Z",
 *    "method":"oximetry","site":"finger","quality":92,"flags":["motion"]},
 *   {"vital":"consciousness","code":"alert"},
 *   {"vital":"spo2","missing":"sensor-off"}]}
 * }</pre>
 *
 * <ul>
 *   <li>{@code device} is the id in the topic. {@code boot} and {@code seq} come together or not at all: the device's
 *       counter, and the number that changes when the counter starts again.
 *   <li>{@code vital} is an id of the vital catalogue; each measurement has exactly one of {@code value}, {@code code} and
 *       {@code missing}.
 *   <li>{@code unit} (UCUM, as in the catalogue), {@code method}, {@code site}, {@code quality} (0 to 100 %) and
 *       {@code flags} may be left out.
 *   <li>{@code time} is when it was measured; without it {@code sent} counts, and without that the arrival.
 *   <li>Times are ISO-8601 in UTC or whole milliseconds since 1970; this writer uses ISO-8601 with three decimals.
 *   <li>Enumerated values are the names of the protobuf enums in lower case with hyphens, for example
 *       {@code sensor-off}.
 * </ul>
 *
 * <p>Numbers are written with at most six decimals and without trailing zeros.
 */
final class JsonPayload {

    private static final JsonFactory JSON = JsonFactory.builder().build();
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final int DECIMALS = 6;

    private JsonPayload() {}

    static byte[] encode(NativeMessage message) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            write(json, message);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write JSON into memory", e);
        }
        return bytes.toByteArray();
    }

    private static void write(JsonGenerator json, NativeMessage message) throws IOException {
        json.writeStartObject();
        json.writeStringField("device", message.getDeviceId());
        if (message.hasSequence()) {
            json.writeNumberField("boot", message.getSequence().getBoot());
            json.writeNumberField("seq", message.getSequence().getSeq());
        }
        if (message.hasSentTimeMs()) {
            json.writeStringField("sent", time(message.getSentTimeMs()));
        }
        json.writeArrayFieldStart("measurements");
        for (Measurement measurement : message.getMeasurementsList()) {
            write(json, measurement);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Measurement measurement) throws IOException {
        VitalDefinition definition = VitalCatalogue.standard().get(measurement.getVital());
        json.writeStartObject();
        json.writeStringField("vital", definition.getId());
        writeResult(json, measurement, definition);
        if (measurement.getDeviceTimeMs() != 0) {
            json.writeStringField("time", time(measurement.getDeviceTimeMs()));
        }
        if (measurement.getMethod() != Method.METHOD_UNSPECIFIED) {
            json.writeStringField("method", kebab(measurement.getMethod()));
        }
        if (measurement.getSite() != BodySite.BODY_SITE_UNSPECIFIED) {
            json.writeStringField("site", kebab(measurement.getSite()));
        }
        if (measurement.hasQualityPercent()) {
            json.writeNumberField("quality", measurement.getQualityPercent());
        }
        writeFlags(json, measurement);
        json.writeEndObject();
    }

    private static void writeResult(JsonGenerator json, Measurement measurement, VitalDefinition definition)
            throws IOException {
        switch (measurement.getResultCase()) {
            case VALUE -> {
                json.writeFieldName("value");
                json.writeNumber(plain(measurement.getValue()));
                json.writeStringField("unit", definition.getUnit());
            }
            case CODE -> json.writeStringField("code", kebab(measurement.getCode()));
            case MISSING -> json.writeStringField("missing", kebab(measurement.getMissing()));
            case RESULT_NOT_SET ->
                throw new IllegalArgumentException("a measurement of " + definition.getId() + " has no result");
        }
    }

    private static void writeFlags(JsonGenerator json, Measurement measurement) throws IOException {
        if (measurement.getFlagsCount() == 0) {
            return;
        }
        json.writeArrayFieldStart("flags");
        for (ReadingFlag flag : measurement.getFlagsList()) {
            json.writeString(kebab(flag));
        }
        json.writeEndArray();
    }

    private static String plain(double value) {
        return BigDecimal.valueOf(value)
                .setScale(DECIMALS, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    private static String time(long millis) {
        return TIME.format(Instant.ofEpochMilli(millis));
    }

    private static String kebab(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
