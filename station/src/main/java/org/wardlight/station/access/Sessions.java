package org.wardlight.station.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.wardlight.station.plan.WardPlan;

/**
 * Sign-in by the one-time password of this run, and the sessions that come of it. A session is 256 random bits in memory
 * and ends after twelve hours, a long shift, or with this process. Runs on the wall clock: a ward that runs faster must
 * not sign people out faster.
 */
public final class Sessions {

    /** How long a session lasts. */
    public static final Duration LIFETIME = Duration.ofHours(12);

    private static final int MOST_SESSIONS = 1_000;
    private static final int TOKEN_BYTES = 32;

    private final WardPlan plan;
    private final byte[] passwordHash;
    private final InstantSource wall;
    private final SecureRandom random = new SecureRandom();
    private final FailureLimit failures = new FailureLimit();
    private final Map<String, Session> sessions = new LinkedHashMap<>();

    /** Sessions for the staff of a plan. */
    public Sessions(WardPlan plan, String oneTimePassword, InstantSource wall) {
        this.plan = plan;
        this.passwordHash = sha256(oneTimePassword);
        this.wall = wall;
    }

    /** Whether a password is right, and whose it is. */
    public Outcome check(String actorId, String password, String address) {
        Instant now = wall.instant();
        if (failures.mustWait(address, now)) {
            return Outcome.TOO_MANY_FAILURES;
        }
        // Both are always looked at, so that the time taken does not tell which of them was wrong.
        boolean right = MessageDigest.isEqual(passwordHash, sha256(password));
        Optional<Actor> actor = plan.staffMember(actorId).map(Actor::of);
        if (!right || actor.isEmpty()) {
            failures.failed(address, now);
            return Outcome.WRONG;
        }
        return new Outcome(Verdict.RIGHT, actor);
    }

    /** A new session; the token is for its holder only. */
    public synchronized String begin(Actor actor) {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Instant now = wall.instant();
        sessions.values().removeIf(session -> !session.ends().isAfter(now));
        if (sessions.size() >= MOST_SESSIONS) {
            sessions.remove(sessions.keySet().iterator().next());
        }
        sessions.put(key(token), new Session(actor, now.plus(LIFETIME)));
        return token;
    }

    /** Whose session this is, if it still lasts. */
    public synchronized Optional<Actor> find(String token) {
        Session session = sessions.get(key(token));
        return session != null && session.ends().isAfter(wall.instant())
                ? Optional.of(session.actor())
                : Optional.empty();
    }

    /** Ends a session; one that is not there is ended already. */
    public synchronized void end(String token) {
        sessions.remove(key(token));
    }

    /** Hashed, so that a lookup tells nothing of the token by the time it takes. */
    private static String key(String token) {
        return Base64.getEncoder().encodeToString(sha256(token));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private record Session(Actor actor, Instant ends) {}

    /** How a sign-in went. */
    public enum Verdict {
        RIGHT,
        WRONG,
        TOO_MANY_FAILURES
    }

    /** The verdict, and who it is when the password was right. */
    public record Outcome(Verdict verdict, Optional<Actor> actor) {
        static final Outcome WRONG = new Outcome(Verdict.WRONG, Optional.empty());
        static final Outcome TOO_MANY_FAILURES = new Outcome(Verdict.TOO_MANY_FAILURES, Optional.empty());
    }
}
