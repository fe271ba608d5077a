package org.wardlight.alerting.channel;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookSigningException;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;

/** The page as it is, signed as Standard Webhooks describes. The webhook id is the page id, so that a receiver knows a repeat. */
final class StandardWebhook implements Wording {

    private final Target.Webhook target;
    private final Webhook signer;
    private final InstantSource wall;

    StandardWebhook(Target.Webhook target, InstantSource wall) {
        this.target = target;
        this.signer = new Webhook(target.secret());
        this.wall = wall;
    }

    @Override
    public URI uri() {
        return target.uri();
    }

    @Override
    public Letter of(Page page) {
        long seconds = wall.instant().getEpochSecond();
        try {
            return new Letter(
                    Map.of(
                            Webhook.UNBRANDED_MSG_ID_KEY, page.id(),
                            Webhook.UNBRANDED_MSG_TIMESTAMP_KEY, Long.toString(seconds),
                            Webhook.UNBRANDED_MSG_SIGNATURE_KEY, signer.sign(page.id(), seconds, page.body())),
                    page.body());
        } catch (WebhookSigningException e) {
            throw new IllegalStateException("a secret that was checked signs nothing", e);
        }
    }
}
