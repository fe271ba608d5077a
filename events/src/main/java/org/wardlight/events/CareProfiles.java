package org.wardlight.events;

import com.google.protobuf.TextFormat;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.wardlight.events.v1.CareProfile;
import org.wardlight.events.v1.CombinationRule;
import org.wardlight.events.v1.LimitRule;

/**
 * Named sets of alarm limits, as versioned data with owner, review date and the source of each number. A patient without
 * limits of their own is judged by {@link #adultWard()}: no patient is ever without limits.
 */
public final class CareProfiles {

    private static final CareProfile ADULT_WARD = load("care-profile-adult-ward");
    private static final CareProfile STANDING = load("standing-rules");
    private static final List<CareProfile> ALL = List.of(
            ADULT_WARD,
            basedOnAdultWard(load("care-profile-high-dependency")),
            basedOnAdultWard(load("care-profile-post-op-opioid")),
            basedOnAdultWard(load("care-profile-copd-scale-2")));

    private CareProfiles() {}

    /** Adults on a general ward. */
    public static CareProfile adultWard() {
        return ADULT_WARD;
    }

    /** Every profile with all its rules, those that it takes from another included; the first is the usual one. */
    public static List<CareProfile> all() {
        return ALL;
    }

    /** The profile of this id; empty when there is none. */
    public static Optional<CareProfile> find(String id) {
        return ALL.stream().filter(profile -> profile.getId().equals(id)).findFirst();
    }

    /** What holds for every patient beside the limits, and cannot be set for one. */
    public static CareProfile standing() {
        return STANDING;
    }

    private static CareProfile basedOnAdultWard(CareProfile own) {
        if (!own.getBasedOn().equals(ADULT_WARD.getId())) {
            throw new IllegalStateException(own.getId() + " must be based on " + ADULT_WARD.getId());
        }
        return own.toBuilder()
                .clearRules()
                .addAllRules(over(ADULT_WARD.getRulesList(), own.getRulesList(), LimitRule::getRule))
                .clearCombinations()
                .addAllCombinations(
                        over(ADULT_WARD.getCombinationsList(), own.getCombinationsList(), CombinationRule::getRule))
                .build();
    }

    private static <R> Iterable<R> over(List<R> base, List<R> own, Function<R, String> id) {
        Map<String, R> rules = new LinkedHashMap<>();
        Stream.concat(base.stream(), own.stream()).forEach(rule -> rules.put(id.apply(rule), rule));
        return rules.values();
    }

    private static CareProfile load(String name) {
        String resource = "/org/wardlight/events/" + name + ".textproto";
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
