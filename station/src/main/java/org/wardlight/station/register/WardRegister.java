package org.wardlight.station.register;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jdbi.v3.core.JdbiException;
import org.wardlight.station.plan.WardPlan;
import org.wardlight.station.register.RegisterRefusal.Reason;

/**
 * The register of one ward, and its one gate: a command is decided from what is known, kept by the database in one
 * transaction together with its line of the change log and with what the topics have to be told, and only then true. A
 * restart finds everything again.
 *
 * @see <a href="../../../../../../../../docs/adr/0011-keep-the-ward-register-in-a-database.md">ADR 11</a>
 */
public final class WardRegister {

    /** Stays and intervals that ended longer ago are not asked about any more: no log is kept longer. */
    private static final Duration REMEMBERED = Duration.ofDays(90);

    private static final int ATTEMPTS = 3;
    private static final int ID_BYTES = 16;

    private final WardPlan plan;
    private final InstantSource clock;
    private final RegisterStore store;
    private final RegisterRecords records;
    private final SecureRandom random = new SecureRandom();
    private final List<Consumer<RegisterRecord>> listeners = new CopyOnWriteArrayList<>();
    private final List<Consumer<List<BedOnBoard>>> bedListeners = new CopyOnWriteArrayList<>();
    private volatile WardState state = new WardState();

    /**
     * A register without anybody in it; {@link #open} fills it.
     *
     * @param demo whether its patients are those of a demonstration
     */
    public WardRegister(WardPlan plan, InstantSource clock, RegisterStore store, boolean demo) {
        this.plan = plan;
        this.clock = clock;
        this.store = store;
        this.records = new RegisterRecords(plan, demo);
    }

    /** Hears of every record that the database has taken, and at the opening of all that holds. */
    public void onKept(Consumer<RegisterRecord> listener) {
        listeners.add(listener);
    }

    /** Hears of the beds in their order, at the opening and whenever one of them changes. */
    public void onBeds(Consumer<List<BedOnBoard>> listener) {
        bedListeners.add(listener);
    }

    /**
     * Loads the register, adds what the plan has and the register does not know, and tells the topics everything that holds:
     * Kafka may be another one than last time, and whoever knows a record ignores it.
     *
     * @param admittedBefore how long before now the stays that the plan adds have begun
     * @throws IOException when the database does not answer
     */
    public synchronized void open(Duration admittedBefore) throws IOException {
        By by = new By(By.PLAN_ACTOR, "start of the ward", clock.millis());
        try {
            state = load();
            keep(WardSeeds.of(ward(by), by.atMillis() - admittedBefore.toMillis()), by, List.of());
            keep(WardSeeds.profiles(ward(by)), by, List.of());
            keep(RotaDecision.followed(ward(by)), by, List.of());
            store.post(records.current(state), by.atMillis());
        } catch (JdbiException | Stale e) {
            throw new IOException("the database of the register does not answer", e);
        }
        tellEverything();
    }

    /**
     * Does what somebody wants. When everything is so already, nothing happens.
     *
     * @param actor how the person is called on screen
     * @return what the topics are told
     * @throws RegisterRefusal when it cannot be, in a sentence for that person
     * @throws IOException when it could not be kept; then nothing has changed
     */
    public synchronized List<RegisterRecord> perform(RegisterCommand command, String actor, String reason)
            throws RegisterRefusal, IOException {
        By by = new By(actor, reason, clock.millis());
        try {
            for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                try {
                    return told(command.decide(ward(by)), by);
                } catch (RegisterRefusal e) {
                    if (attempt > 0) {
                        throw e;
                    }
                    // Another station of this ward may have changed what it is refused for.
                    reload();
                } catch (Stale e) {
                    reload();
                }
            }
        } catch (JdbiException e) {
            throw new IOException("the database of the register does not answer", e);
        }
        throw new RegisterRefusal(Reason.CONFLICT, "Somebody else is changing this at the same time. Look again.");
    }

    /** Whose pseudonym this is; empty for a stay that has ended, or of another ward. */
    public Optional<Stay> stay(String patientRef) {
        return state.stay(patientRef).filter(Stay::isOpen);
    }

    /** The whole register, as people read it. */
    public synchronized RegisterView view() {
        return RegisterView.of(plan, state, clock.millis());
    }

    /** An entry of somebody's chart. */
    public Optional<KeptEntry> entry(String patientRef, String entryId) throws IOException {
        return asked(() -> store.entry(patientRef, entryId));
    }

    /** What was charted of somebody from a moment (inclusive) to another (exclusive), the newest first. */
    public List<KeptEntry> entries(String patientRef, long fromMillis, long toMillis) throws IOException {
        return asked(() -> store.entries(patientRef, fromMillis, toMillis));
    }

    /** The last lines of the change log, the newest first. */
    public List<KeptChange> changes(int limit) throws IOException {
        return asked(() -> store.changes(limit));
    }

    /** Whether this stay is or was one of this ward. */
    public boolean knows(String patientRef) {
        return state.stay(patientRef).isPresent();
    }

    private List<RegisterRecord> told(Decision decision, By by) {
        List<RegisterRecord> told = records.of(decision, state);
        if (keep(decision, by, told)) {
            if (decision.changes().stream()
                    .anyMatch(change -> change instanceof Change.BedPut || change instanceof Change.BedRemoved)) {
                tellBeds();
            }
            tell(told);
        }
        return told;
    }

    private boolean keep(Decision decision, By by, List<RegisterRecord> told) {
        if (decision.changes().isEmpty()) {
            return false;
        }
        store.keep(decision, state, by, told);
        state.apply(decision);
        return true;
    }

    private WardState load() {
        return store.load(clock.millis() - REMEMBERED.toMillis());
    }

    private Ward ward(By by) {
        return new Ward(state, plan, this::newId, by);
    }

    private String newId() {
        byte[] bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private void reload() {
        state = load();
        tellEverything();
    }

    private void tellEverything() {
        tellBeds();
        tell(records.current(state));
    }

    private void tellBeds() {
        List<BedOnBoard> beds = state.beds().stream()
                .map(bed -> new BedOnBoard(bed.id(), bed.position(), records.displayName(bed.nurse())))
                .toList();
        bedListeners.forEach(listener -> listener.accept(beds));
    }

    private void tell(List<RegisterRecord> told) {
        told.forEach(record -> listeners.forEach(listener -> listener.accept(record)));
    }

    private static <T> T asked(Supplier<T> question) throws IOException {
        try {
            return question.get();
        } catch (JdbiException e) {
            throw new IOException("the database of the register does not answer", e);
        }
    }
}
