package org.wardlight.alerting.channel;

import java.net.URI;
import java.util.Map;

/** A page as one kind of HTTP receiver wants it. */
interface Wording {

    /** Where it is posted. */
    URI uri();

    /** What is posted. */
    Letter of(Page page);

    /** Headers beside the content type, and a JSON body. */
    record Letter(Map<String, String> headers, String body) {}
}
