package org.wardlight.alerting.paging;

import com.standardwebhooks.Webhook;
import java.net.InetAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/**
 * Where pages go.
 *
 * @param uri the webhook's address
 * @param secret shared with the receiver: {@code whsec_} and the base64 of 24 to 64 bytes, as Standard Webhooks asks
 * @param second name of the receiver that takes the same page when this one gives no receipt; empty when there is none
 */
public record Receiver(URI uri, String secret, String second) {

    private static final String PREFIX = "whsec_";
    private static final int SHORTEST_KEY_BYTES = 24;
    private static final int LONGEST_KEY_BYTES = 64;

    /** A receiver without a second channel. */
    public Receiver(URI uri, String secret) {
        this(uri, secret, "");
    }

    List<String> problems(String key, boolean allowPrivateTargets) {
        List<String> problems = new ArrayList<>();
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        if (uri.getHost() == null || !List.of("http", "https").contains(scheme)) {
            problems.add(key + ".uri: must be an http or https address");
        } else if (scheme.equals("http") && !allowPrivateTargets) {
            problems.add(key + ".uri: must be https unless private targets are allowed");
        }
        if (!hasGoodSecret()) {
            problems.add(key + ".secret: must be whsec_ and the base64 of 24 to 64 bytes");
        }
        return problems;
    }

    /** Whether an address is the machine itself or lies in a private network. */
    static boolean isPrivate(InetAddress address) {
        byte[] bytes = address.getAddress();
        boolean uniqueLocal = bytes.length == 16 && (bytes[0] & 0xfe) == 0xfc;
        return uniqueLocal
                || address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress();
    }

    Webhook signer() {
        return new Webhook(secret);
    }

    private boolean hasGoodSecret() {
        if (!secret.startsWith(PREFIX)) {
            return false;
        }
        try {
            int length = Base64.getDecoder().decode(secret.substring(PREFIX.length())).length;
            return length >= SHORTEST_KEY_BYTES && length <= LONGEST_KEY_BYTES;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "Receiver[uri=" + uri + "]";
    }
}
