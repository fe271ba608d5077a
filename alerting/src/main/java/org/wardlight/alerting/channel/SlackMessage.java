package org.wardlight.alerting.channel;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.Map;

/** A message to an incoming webhook of Slack. Slack knows no repeats: one that comes twice is seen twice. */
final class SlackMessage implements Wording {

    private final Target.Slack target;

    SlackMessage(Target.Slack target) {
        this.target = target;
    }

    @Override
    public URI uri() {
        return target.uri();
    }

    @Override
    public Letter of(Page page) {
        ObjectNode message = JsonNodeFactory.instance.objectNode();
        message.put("text", escaped(page.title() + "\n" + page.asks()));
        // The marks of a priority are asterisks, which would otherwise make letters bold.
        message.put("mrkdwn", false);
        return new Letter(Map.of(), message.toString());
    }

    /** The three characters that Slack gives a meaning. */
    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
