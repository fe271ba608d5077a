package org.wardlight.app.configuration;

import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Settings of the canary role. */
public interface CanarySettings {

    /** Wards. */
    @Doc("Ids of the wards that have a canary each, with commas. Required for the canary role.")
    Optional<List<String>> wards();

    /** Site. */
    @Doc("Site in the MQTT topics of the canaries' devices.")
    @WithDefault("canary")
    String site();

    /** The broker. */
    MqttSettings mqtt();

    /** Pages about the canaries themselves. */
    HookSettings hook();

    /** Who is told, by name. */
    Map<String, ReceiverKeys> receivers();

    /** Private networks. */
    @Doc("Whether one of `wardlight.canary.receivers` may be this machine or lie in a private network.")
    @WithDefault("false")
    boolean allowPrivateTargets();

    /** Outside monitor. */
    @Doc(
            "Address of an outside monitor that gets a POST after each whole round, about every 20 s, and raises an alarm when it falls silent.")
    Optional<URI> heartbeat();

    /** Where devices publish. */
    interface MqttSettings {

        /** Address. */
        @Doc("The MQTT broker that devices publish to, `tcp://host:port` or `ssl://host:port`.")
        @WithDefault("tcp://127.0.0.1:1883")
        URI uri();

        /** Credential. */
        @Doc("User name of the canaries at the broker.")
        Optional<String> username();

        /** Credential. */
        @Doc(value = "Password of the canaries at the broker.", secret = true)
        Optional<String> password();
    }

    /** The end of the path. */
    interface HookSettings {

        /** Address. */
        @Doc("Address on which the canary takes pages from alerting.")
        @WithDefault("127.0.0.1")
        String host();

        /** Port. */
        @Doc("Port on which the canary takes pages from alerting, under `/page`; 0 takes a free one.")
        @WithDefault("8083")
        int port();

        /** Name. */
        @Doc("Name of the receiver, among those of alerting, that leads there.")
        @WithDefault("canary")
        String receiver();

        /** Secret. */
        @Doc(
                value = "Secret of that receiver, `whsec_` and 24 to 64 bytes in base64. Required for the canary role.",
                secret = true)
        Optional<String> secret();
    }
}
