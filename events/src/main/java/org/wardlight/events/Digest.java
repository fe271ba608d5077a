package org.wardlight.events;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** SHA-256 cut to 16 bytes, over parts that cannot run into each other: each is preceded by its length (4 bytes, big-endian). */
final class Digest {

    private static final int KEPT_BYTES = 16;

    private final MessageDigest sha256;

    Digest() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    Digest part(byte[] bytes) {
        int n = bytes.length;
        sha256.update(new byte[] {(byte) (n >>> 24), (byte) (n >>> 16), (byte) (n >>> 8), (byte) n});
        sha256.update(bytes);
        return this;
    }

    Digest part(String text) {
        return part(text.getBytes(StandardCharsets.UTF_8));
    }

    byte[] sixteenBytes() {
        return Arrays.copyOf(sha256.digest(), KEPT_BYTES);
    }
}
