package org.wardlight.station.web;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Collection;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a browser may load: nothing but the station's own files. An import map has to stand in the page itself, so the ones
 * of our pages are let through by their hash, and no other inline script.
 */
final class ContentPolicy {

    private static final Pattern IMPORT_MAP =
            Pattern.compile("<script type=\"importmap\">(.*?)</script>", Pattern.DOTALL);

    private final String policy;

    ContentPolicy(Collection<String> pages) {
        TreeSet<String> hashes = new TreeSet<>();
        for (String page : pages) {
            // A browser reads line ends as LF before it hashes.
            Matcher matcher = IMPORT_MAP.matcher(page.replace("\r\n", "\n"));
            while (matcher.find()) {
                hashes.add(" 'sha256-" + sha256(matcher.group(1)) + "'");
            }
        }
        policy = "default-src 'self'; script-src 'self'" + String.join("", hashes)
                + "; style-src 'self'; img-src 'self' data:; connect-src 'self'; object-src 'none'"
                + "; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    }

    void apply(Context ctx) {
        ctx.header("Content-Security-Policy", policy);
        ctx.header("X-Content-Type-Options", "nosniff");
        ctx.header("X-Frame-Options", "DENY");
        ctx.header("Referrer-Policy", "no-referrer");
        ctx.header("Cross-Origin-Opener-Policy", "same-origin");
        ctx.header("Cross-Origin-Resource-Policy", "same-origin");
        if (!ctx.path().startsWith("/assets/") && !ctx.path().startsWith("/webjars/")) {
            ctx.header("Cache-Control", "no-store");
        }
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
