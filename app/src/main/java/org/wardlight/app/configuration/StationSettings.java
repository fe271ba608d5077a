package org.wardlight.app.configuration;

import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** Settings of the station role. */
public interface StationSettings {

    /** Browsers. */
    HttpSettings http();

    /** Commands. */
    AlertingLink alerting();

    /** The ward. */
    @Doc("YAML file with the ward: beds, patients, devices, staff, rota. Required for the station role.")
    Optional<Path> plan();

    /** Who lies where. */
    DatabaseKeys register();

    /** Signing in. */
    @Doc(value = "What the staff sign in with, at least 6 characters. Required for the station role.", secret = true)
    Optional<String> oneTimePassword();

    /** Looking. */
    @Doc("Whether the ward may be looked at without signing in; on loopback only.")
    @WithDefault("false")
    boolean anonymousView();

    /** Where browsers connect. */
    interface HttpSettings {

        /** Address. */
        @Doc("Address on which the board is served; beyond loopback only with a proxy that speaks TLS.")
        @WithDefault("127.0.0.1")
        String host();

        /** Port. */
        @Doc("Port on which the board is served; 0 takes a free one.")
        @WithDefault("8080")
        int port();

        /** Proxy. */
        @Doc("Whether a proxy in front speaks TLS.")
        @WithDefault("false")
        boolean behindTls();
    }

    /** Where acknowledgements go. */
    interface AlertingLink {

        /** Address. */
        @Doc("Where alerting takes commands.")
        @WithDefault("http://127.0.0.1:8082")
        URI uri();

        /** Token. */
        @Doc(
                value = "The token of `wardlight.alerting.http.service-token`. Required for the station role.",
                secret = true)
        Optional<String> serviceToken();
    }
}
