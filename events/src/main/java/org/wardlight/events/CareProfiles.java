package org.wardlight.events;

import com.google.protobuf.TextFormat;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.wardlight.events.v1.CareProfile;

/**
 * Named sets of alarm limits, as data with owner, review date and the source of each number. A patient without limits of
 * their own is judged by {@link #adultWard()}: no patient is ever without limits.
 */
public final class CareProfiles {

    private static final CareProfile ADULT_WARD = load("/org/wardlight/events/care-profile-adult-ward.textproto");

    private CareProfiles() {}

    /** Adults on a general ward. */
    public static CareProfile adultWard() {
        return ADULT_WARD;
    }

    private static CareProfile load(String resource) {
        CareProfile.Builder profile = CareProfile.newBuilder();
        try (InputStream in = CareProfiles.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("missing resource " + resource);
            }
            TextFormat.getParser().merge(new InputStreamReader(in, StandardCharsets.UTF_8), profile);
        } catch (IOException e) {
            throw new IllegalStateException("cannot read " + resource, e);
        }
        return profile.build();
    }
}
