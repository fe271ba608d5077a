package org.wardlight.alerting.paging;

import java.net.URI;
import org.wardlight.alerting.channel.Target;

/**
 * Who takes pages under one name.
 *
 * @param target where they go
 * @param second name of the receiver that takes the same page when this one gives no receipt; empty when there is none
 */
public record Receiver(Target target, String second) {

    /** A webhook without a second channel. */
    public static Receiver webhook(URI uri, String secret) {
        return new Receiver(new Target.Webhook(uri, secret), "");
    }
}
