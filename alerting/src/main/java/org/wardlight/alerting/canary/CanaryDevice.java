package org.wardlight.alerting.canary;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.Consumer;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttActionListener;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wardlight.events.CanaryWard;
import org.wardlight.events.v1.Measurement;
import org.wardlight.events.v1.NativeMessage;
import org.wardlight.events.v1.Sequence;
import org.wardlight.events.v1.Vital;

/**
 * The canary's monitor: an MQTT device like any other, with heart rate and pulse. A connection that is lost is replaced by a
 * new one at the next reading; readings of meanwhile are not sent later, since nothing is proved by them.
 */
final class CanaryDevice implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CanaryDevice.class);

    private static final int QOS = 1;
    private static final int KEEP_ALIVE_SECONDS = 10;
    private static final int CONNECT_TIMEOUT_SECONDS = 3;
    private static final long DISCONNECT_TIMEOUT_MILLIS = 300;
    /** MQTT 5 reason codes from here on are failures. */
    private static final int FIRST_FAILURE_CODE = 0x80;

    private final CanaryConfig.Mqtt settings;
    private final String device;
    private final String topic;
    private final Consumer<Instant> acknowledged;
    private final long boot;
    private long seq;
    private @Nullable MqttAsyncClient client;

    /** @param acknowledged hears of each reading that the broker has taken, by its time */
    CanaryDevice(CanaryConfig config, CanaryWard canary, Instant now, Consumer<Instant> acknowledged) {
        this.settings = config.mqtt();
        this.device = canary.device().value();
        this.topic = "wardlight/v1/" + config.site() + "/" + device + "/wl";
        this.acknowledged = acknowledged;
        this.boot = now.toEpochMilli();
    }

    /** Publishes what the canary is at this moment; connects first where it has to, which may take some seconds. */
    void publish(Round round, Instant now) throws MqttException {
        MqttProperties properties = new MqttProperties();
        properties.setContentType("application/x-protobuf");
        MqttMessage message = new MqttMessage(reading(round, now).toByteArray(), QOS, false, properties);
        connected().publish(topic, message, null, new MqttActionListener() {
            @Override
            public void onSuccess(IMqttToken token) {
                if (isTaken(token)) {
                    acknowledged.accept(now);
                } else {
                    LOG.warn("part=canary device={} the broker refuses readings", device);
                }
            }

            @Override
            public void onFailure(@Nullable IMqttToken token, @Nullable Throwable cause) {
                LOG.debug("part=canary device={} a reading was not taken", device, cause);
            }
        });
    }

    @Override
    public void close() {
        MqttAsyncClient known = client;
        client = null;
        if (known == null) {
            return;
        }
        try {
            known.disconnectForcibly(0, DISCONNECT_TIMEOUT_MILLIS, known.isConnected());
            known.close(true);
        } catch (MqttException | RuntimeException e) {
            LOG.debug("part=canary device={} the connection did not end well", device, e);
        }
    }

    private MqttAsyncClient connected() throws MqttException {
        MqttAsyncClient known = client;
        if (known != null && known.isConnected()) {
            return known;
        }
        close();
        MqttAsyncClient fresh = new MqttAsyncClient(settings.uri().toString(), device, new MemoryPersistence());
        client = fresh;
        fresh.connect(options()).waitForCompletion(CONNECT_TIMEOUT_SECONDS * 1000L);
        return fresh;
    }

    private NativeMessage reading(Round round, Instant now) {
        return NativeMessage.newBuilder()
                .setDeviceId(device)
                .setSequence(Sequence.newBuilder().setBoot(boot).setSeq(++seq))
                .setSentTimeMs(now.toEpochMilli())
                .addMeasurements(value(Vital.HEART_RATE, round, now))
                .addMeasurements(value(Vital.PULSE_RATE, round, now))
                .build();
    }

    private static Measurement value(Vital vital, Round round, Instant now) {
        return Measurement.newBuilder()
                .setVital(vital)
                .setValue(round.valueOf(vital, now))
                .setDeviceTimeMs(now.toEpochMilli())
                .build();
    }

    /** The library reports an answer with a failure code as success: only the code tells. */
    private static boolean isTaken(IMqttToken token) {
        int[] codes = token.getReasonCodes();
        return codes == null || Arrays.stream(codes).allMatch(code -> code < FIRST_FAILURE_CODE);
    }

    private MqttConnectionOptions options() {
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setCleanStart(true);
        options.setAutomaticReconnect(false);
        options.setKeepAliveInterval(KEEP_ALIVE_SECONDS);
        options.setConnectionTimeout(CONNECT_TIMEOUT_SECONDS);
        settings.username().ifPresent(options::setUserName);
        settings.password().ifPresent(password -> options.setPassword(password.getBytes(StandardCharsets.UTF_8)));
        return options;
    }
}
