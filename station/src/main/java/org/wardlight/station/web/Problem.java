package org.wardlight.station.web;

import io.javalin.http.Context;
import java.util.UUID;

/** Why a request was not done, in sentences for the person who asked. Becomes a problem document (RFC 9457). */
final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String title;

    Problem(int status, String title, String detail) {
        super(detail);
        this.status = status;
        this.title = title;
    }

    static Problem notFound(String what) {
        return new Problem(404, "Not found.", what);
    }

    static Problem invalid(String what) {
        return new Problem(400, "This request cannot be understood.", what);
    }

    static Problem notSignedIn() {
        return new Problem(401, "You are not signed in.", "Sign in and try again.");
    }

    static Problem tooManyFailures() {
        return new Problem(429, "Too many wrong passwords.", "Wait a minute and try again.");
    }

    /** Answers the request; gives the reference by which the log knows it. */
    String answer(Context ctx) {
        String reference = UUID.randomUUID().toString().substring(0, 8);
        ctx.status(status)
                .json(new Document(title, getMessage() == null ? "" : getMessage(), reference))
                .contentType("application/problem+json");
        if (status == 429) {
            ctx.header("Retry-After", "60");
        }
        return reference;
    }

    private record Document(String title, String detail, String reference) {}
}
