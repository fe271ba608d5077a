package org.wardlight.alerting.channel;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.Map;

/**
 * An adaptive card to a workflow of Teams (<i>when a webhook request is received</i>). Plain runs of text, because text
 * blocks read asterisks as Markdown. Teams knows no repeats: one that comes twice is seen twice.
 */
final class TeamsCard implements Wording {

    private final Target.Teams target;

    TeamsCard(Target.Teams target) {
        this.target = target;
    }

    @Override
    public URI uri() {
        return target.uri();
    }

    @Override
    public Letter of(Page page) {
        ObjectNode message = JsonNodeFactory.instance.objectNode();
        message.put("type", "message");
        ObjectNode attachment = message.putArray("attachments").addObject();
        attachment.put("contentType", "application/vnd.microsoft.card.adaptive");
        ObjectNode card = attachment.putObject("content");
        card.put("type", "AdaptiveCard");
        card.put("version", "1.4");
        ArrayNode body = card.putArray("body");
        run(body, page.title()).put("weight", "bolder").put("size", "large");
        run(body, page.asks());
        return new Letter(Map.of(), message.toString());
    }

    private static ObjectNode run(ArrayNode body, String text) {
        ObjectNode block = body.addObject();
        block.put("type", "RichTextBlock");
        ObjectNode run = block.putArray("inlines").addObject();
        return run.put("type", "TextRun").put("text", text);
    }
}
