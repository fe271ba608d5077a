package org.wardlight.station.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.Locale;
import org.wardlight.station.MovableClock;
import org.wardlight.station.plan.WardPlan;
import org.wardlight.station.plan.WardPlan.Device;
import org.wardlight.station.register.RegisterRefusal.Reason;

/** The demonstration ward in memory: decisions are applied at once, as if a database had kept them. */
final class WardFixture {

    static final String NURSE = "RN Okafor";

    final WardPlan plan = WardPlan.demo();
    final MovableClock clock = new MovableClock();
    final WardState state = new WardState();
    final RegisterRecords records = new RegisterRecords(plan, true);
    private int ids;

    WardFixture() {
        this(Duration.ZERO);
    }

    WardFixture(Duration admittedBefore) {
        seed(plan, admittedBefore);
        clock.advance(Duration.ofHours(1));
    }

    /** Starts the ward with this plan. */
    Decision seed(WardPlan with, Duration admittedBefore) {
        By by = new By(By.PLAN_ACTOR, "start of the ward", clock.millis());
        Decision decision =
                WardSeeds.of(new Ward(state, with, this::nextId, by), clock.millis() - admittedBefore.toMillis());
        state.apply(decision);
        return decision;
    }

    Ward ward() {
        return new Ward(state, plan, this::nextId, new By(NURSE, "because", clock.millis()));
    }

    Decision perform(RegisterCommand command) {
        try {
            Decision decision = command.decide(ward());
            state.apply(decision);
            return decision;
        } catch (RegisterRefusal e) {
            throw new AssertionError(e);
        }
    }

    RegisterRefusal refused(RegisterCommand command) {
        RegisterRefusal refusal = catchThrowableOfType(RegisterRefusal.class, () -> command.decide(ward()));
        assertThat(refusal).as(command.toString()).isNotNull();
        return refusal;
    }

    Reason reason(RegisterCommand command) {
        return refused(command).reason();
    }

    String in(String bed) {
        Stay stay = state.lyingIn(bed);
        assertThat(stay).as("bed " + bed).isNotNull();
        return stay.patientRef();
    }

    RegisteredDevice device(String id) {
        return state.device(id).orElseThrow();
    }

    long hoursAgo(int hours) {
        return clock.millis() - Duration.ofHours(hours).toMillis();
    }

    static Device watch() {
        return new Device("my-watch", "wrist-wearable");
    }

    private String nextId() {
        return String.format(Locale.ROOT, "%032x", ++ids);
    }
}
