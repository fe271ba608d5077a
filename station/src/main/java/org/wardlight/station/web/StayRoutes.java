package org.wardlight.station.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wardlight.events.CareProfiles;
import org.wardlight.events.v1.LimitLevel;
import org.wardlight.events.v1.Severity;
import org.wardlight.station.plan.WardPlan.Device;
import org.wardlight.station.plan.WardPlan.Occupant;
import org.wardlight.station.plan.WardPlan.Role;
import org.wardlight.station.register.RegisterCommand.Admit;
import org.wardlight.station.register.RegisterCommand.Discharge;
import org.wardlight.station.register.RegisterCommand.OrderScale;
import org.wardlight.station.register.RegisterCommand.SetCareProfile;
import org.wardlight.station.register.RegisterCommand.SetDemographics;
import org.wardlight.station.register.RegisterCommand.SetLimits;
import org.wardlight.station.register.RegisterCommand.Transfer;
import org.wardlight.station.register.RuleLevels;

/** People come, lie elsewhere and go; what is normal for them. */
final class StayRoutes {

    private static final Set<String> SEXES = Set.of("female", "male", "other", "unknown");
    private static final int LONGEST_INITIALS = 12;
    private static final int OLDEST = 130;
    private static final int LONGEST_DELAY_MS = 24 * 3_600_000;

    private final RegisterDesk desk;

    StayRoutes(RegisterDesk desk) {
        this.desk = desk;
    }

    void register(RoutesConfig routes) {
        routes.post("/api/v1/wards/{ward}/beds/{bed}/patient", this::admit, Access.NURSE);
        routes.post("/api/v1/patients/{ref}/demographics", this::demographics, Access.NURSE);
        routes.post("/api/v1/patients/{ref}/transfer", this::transfer, Access.NURSE);
        routes.post("/api/v1/patients/{ref}/discharge", this::discharge, Access.NURSE);
        routes.post("/api/v1/patients/{ref}/limits", this::limits, Access.CHARGE);
        routes.post("/api/v1/patients/{ref}/care-profile", this::careProfile, Access.CHARGE);
        routes.post("/api/v1/patients/{ref}/spo2-scale", this::scale, Access.CHARGE);
    }

    private void admit(Context ctx) {
        desk.checkWard(ctx);
        Fields body = Fields.of(
                ctx,
                "initials",
                "age",
                "sex",
                "spo2Scale",
                "careProfile",
                "news2Exclusion",
                "device",
                "profile",
                "admittedAt",
                "reason");
        Occupant who = occupant(body);
        if (who.spo2Scale() == 2) {
            desk.checkRole(ctx, Role.CHARGE, "SpO2 scale 2");
            body.text("reason");
        }
        Admit command = new Admit(ctx.pathParam("bed"), who, device(body), body.optionalTime("admittedAt"));
        ctx.status(201).json(desk.tile(ctx, body, command, body.textOr("reason", "admitted")));
    }

    private void demographics(Context ctx) {
        Fields body = Fields.of(ctx, "initials", "age", "sex", "news2Exclusion", "reason");
        SetDemographics command = new SetDemographics(
                ctx.pathParam("ref"),
                initials(body),
                body.optionalInt("age", 0, OLDEST),
                sex(body),
                news2Exclusion(body));
        desk.done(ctx, body, command, body.textOr("reason", "demographics"));
    }

    private static String initials(Fields body) {
        String initials = body.text("initials");
        if (initials.length() > LONGEST_INITIALS) {
            throw Problem.invalid("Initials have at most " + LONGEST_INITIALS + " characters.");
        }
        return initials;
    }

    private static String sex(Fields body) {
        String sex = body.textOr("sex", "unknown");
        if (!SEXES.contains(sex)) {
            throw Problem.invalid("The sex is female, male, other or unknown.");
        }
        return sex;
    }

    private static Occupant occupant(Fields body) {
        Integer scale = scale(body, "spo2Scale");
        return new Occupant(
                initials(body),
                body.optionalInt("age", 0, OLDEST),
                sex(body),
                scale == null ? 1 : scale,
                body.textOr("careProfile", CareProfiles.adultWard().getId()),
                Objects.requireNonNullElse(news2Exclusion(body), ""));
    }

    /** Null when the body does not say; empty when it says that there is none. */
    private static @Nullable String news2Exclusion(Fields body) {
        String said = body.node().path("news2Exclusion").asText("none");
        if (body.node().path("news2Exclusion").isMissingNode()) {
            return null;
        }
        if (said.isEmpty() || said.equals("none") || said.equals("null")) {
            return "";
        }
        if (!Occupant.NEWS2_EXCLUSIONS.contains(said)) {
            throw Problem.invalid("NEWS2 is not made for: " + String.join(", ", Occupant.NEWS2_EXCLUSIONS) + ".");
        }
        return said;
    }

    private static @Nullable Device device(Fields body) {
        if (!body.has("device")) {
            return null;
        }
        if (!body.has("profile")) {
            throw Problem.invalid("The body needs the profile: choose the kind of the device.");
        }
        return new Device(body.text("device"), body.text("profile"));
    }

    /** 1 or 2, as a number or as a text: tiles tell it as a text. */
    private static @Nullable Integer scale(Fields body, String key) {
        if (!body.has(key)) {
            return null;
        }
        return switch (body.node().path(key).asText()) {
            case "1" -> 1;
            case "2" -> 2;
            default -> throw Problem.invalid("The SpO2 scale is 1 or 2.");
        };
    }

    private void transfer(Context ctx) {
        Fields body = Fields.of(ctx, "bed", "reason");
        Transfer command = new Transfer(ctx.pathParam("ref"), body.text("bed"));
        desk.done(ctx, body, command, body.textOr("reason", "transferred"));
    }

    private void discharge(Context ctx) {
        Fields body = Fields.of(ctx, "reason");
        desk.done(ctx, body, new Discharge(ctx.pathParam("ref")), body.textOr("reason", "discharged"));
    }

    private void limits(Context ctx) {
        Fields body = Fields.of(ctx, "rules", "revision", "reason");
        List<RuleLevels> rules = body.list("rules", "rule", "levels").stream()
                .map(rule -> new RuleLevels(
                        rule.text("rule"),
                        rule.list("levels", "priority", "threshold", "delayMs").stream()
                                .map(StayRoutes::level)
                                .toList()))
                .toList();
        if (rules.isEmpty()) {
            throw Problem.invalid("The body needs the list rules.");
        }
        SetLimits command = new SetLimits(ctx.pathParam("ref"), rules, body.optionalRevision("revision"));
        desk.done(ctx, body, command, body.text("reason"));
    }

    private static LimitLevel level(Fields level) {
        JsonNode given = level.node().path("delayMs");
        if (!given.isMissingNode() && !given.isIntegralNumber()) {
            throw Problem.invalid("How long must the limit be passed? delayMs must be a whole number.");
        }
        Integer delay = level.optionalInt("delayMs", 0, LONGEST_DELAY_MS);
        return LimitLevel.newBuilder()
                .setSeverity(severity(level.text("priority")))
                .setThreshold(level.number("threshold"))
                .setOnDelayMs(delay == null ? 0 : delay)
                .build();
    }

    private static Severity severity(String priority) {
        return switch (priority) {
            case "low" -> Severity.SEVERITY_LOW;
            case "medium" -> Severity.SEVERITY_MEDIUM;
            case "high" -> Severity.SEVERITY_HIGH;
            default -> throw Problem.invalid("The priority is low, medium or high.");
        };
    }

    private void careProfile(Context ctx) {
        Fields body = Fields.of(ctx, "careProfile", "reason");
        SetCareProfile command = new SetCareProfile(ctx.pathParam("ref"), body.text("careProfile"));
        desk.done(ctx, body, command, body.text("reason"));
    }

    private void scale(Context ctx) {
        Fields body = Fields.of(ctx, "scale", "orderedBy", "reason");
        Integer scale = scale(body, "scale");
        if (scale == null) {
            throw Problem.invalid("The body needs the scale.");
        }
        OrderScale command = new OrderScale(ctx.pathParam("ref"), scale, body.text("orderedBy"));
        desk.done(ctx, body, command, body.text("reason"));
    }
}
