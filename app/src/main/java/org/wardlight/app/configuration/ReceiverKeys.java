package org.wardlight.app.configuration;

import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** One receiver of pages. */
public interface ReceiverKeys {

    /** Kind. */
    @Doc("What the receiver with this name is: `webhook`, `pagerduty`, `slack`, `teams` or `mail`.")
    @WithDefault("webhook")
    String kind();

    /** Address. */
    @Doc(
            "Address of a webhook, https; of a mail server `smtps://host:port`, or `smtp://host:port` for STARTTLS. The other kinds need none.")
    Optional<URI> uri();

    /** Secret. */
    @Doc(
            value =
                    "Of a webhook the secret shared with it, `whsec_` and 24 to 64 bytes in base64 (Standard Webhooks); of PagerDuty the integration key; of Slack and Teams the address that they gave you.",
            secret = true)
    Optional<String> secret();

    /** Sender. */
    @Doc("Of mail: the sender's address.")
    Optional<String> from();

    /** Mail boxes. */
    @Doc("Of mail: the receivers' addresses.")
    Optional<List<String>> to();

    /** Name. */
    @Doc("Of mail: user name at the mail server, if it asks for one.")
    Optional<String> user();

    /** Password. */
    @Doc(value = "Of mail: password at the mail server.", secret = true)
    Optional<String> password();

    /** Second channel. */
    @Doc("Name of the receiver that takes the same page when this one gives no receipt.")
    Optional<String> second();
}
