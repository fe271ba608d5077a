package org.wardlight.alerting.channel;

/** The way to one receiver. */
public interface Channel {

    /**
     * Tries once, for no longer than the network's request timeout. The same page may come again, with the same id.
     *
     * @throws InterruptedException when the process ends meanwhile; the page may have arrived
     */
    PageOutcome send(Page page) throws InterruptedException;

    /** The channel to a target. */
    static Channel to(Target target, Network network) {
        if (target instanceof Target.Mail mail) {
            return new MailChannel(mail, network);
        }
        return new HttpChannel(wording(target, network), network);
    }

    private static Wording wording(Target target, Network network) {
        if (target instanceof Target.Webhook webhook) {
            return new StandardWebhook(webhook, network.wall());
        }
        if (target instanceof Target.PagerDuty pagerDuty) {
            return new PagerDutyEvent(pagerDuty);
        }
        return target instanceof Target.Slack slack ? new SlackMessage(slack) : new TeamsCard((Target.Teams) target);
    }
}
