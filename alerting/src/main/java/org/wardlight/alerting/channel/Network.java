package org.wardlight.alerting.channel;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import javax.net.ssl.SSLContext;

/**
 * What all channels share.
 *
 * @param tls whom to trust
 * @param allowPrivateTargets whether a receiver may be this machine or lie in a private network
 * @param connectTimeout to open a connection
 * @param requestTimeout for one whole attempt, however slowly the receiver answers
 * @param wall real time, which receivers check signatures against
 */
public record Network(
        HttpClient client,
        SSLContext tls,
        boolean allowPrivateTargets,
        Duration connectTimeout,
        Duration requestTimeout,
        InstantSource wall) {

    /** A network that trusts whom the platform trusts. */
    public static Network of(
            boolean allowPrivateTargets, Duration connectTimeout, Duration requestTimeout, InstantSource wall) {
        try {
            return trusting(SSLContext.getDefault(), allowPrivateTargets, connectTimeout, requestTimeout, wall);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no TLS", e);
        }
    }

    static Network trusting(
            SSLContext tls,
            boolean allowPrivateTargets,
            Duration connectTimeout,
            Duration requestTimeout,
            InstantSource wall) {
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(connectTimeout)
                .followRedirects(HttpClient.Redirect.NEVER)
                .sslContext(tls)
                .build();
        return new Network(client, tls, allowPrivateTargets, connectTimeout, requestTimeout, wall);
    }

    /** Whether a name leads where pages must not go. */
    boolean isForbidden(String host) throws UnknownHostException {
        return !allowPrivateTargets
                && Arrays.stream(InetAddress.getAllByName(host)).anyMatch(Network::isPrivate);
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
}
