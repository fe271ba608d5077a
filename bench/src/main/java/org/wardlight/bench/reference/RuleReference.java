package org.wardlight.bench.reference;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wardlight.events.v1.LimitLevel;
import org.wardlight.events.v1.LimitRule;
import org.wardlight.events.v1.LimitSide;

/**
 * One limit judged from the whole list of its readings, looked through anew each time: since when has it been violated, by how
 * many readings, how many could be used. Keeps no counters. Shares nothing with production.
 */
final class RuleReference {

    private static final long NEVER = Long.MIN_VALUE;
    private static final long AT_NO_TIME = Long.MAX_VALUE;

    /** Something to tell. */
    record News(String phase, int level, long onset, long due, String cause, boolean stale) {}

    /** Who is told. */
    interface Telling {
        void tell(RuleReference rule, News news);
    }

    private record Seen(double value, long at, boolean usable) {}

    /** A threshold that has its own delay. */
    private record Step(int level, double threshold, long delay, LimitLevel of) {}

    /** A stretch of violation. */
    private record Stretch(long since, int count) {}

    final LimitRule rule;
    private final List<Step> steps = new ArrayList<>();
    private final Telling telling;
    private final List<Seen> seen = new ArrayList<>();
    private boolean open;
    private boolean stale;
    private int level;
    private long onset;
    private int openedAt;
    private int changedAt;

    RuleReference(LimitRule rule, Telling telling) {
        this.rule = rule;
        this.telling = telling;
        for (int i = 0; i < rule.getLevelsCount(); i++) {
            LimitLevel of = rule.getLevels(i);
            steps.add(new Step(i, of.getThreshold(), of.getOnDelayMs(), of));
            if (of.hasSoonerBeyond()) {
                steps.add(new Step(i, of.getSoonerBeyond(), of.getSoonerOnDelayMs(), of));
            }
        }
    }

    boolean atOnce() {
        return steps.stream().anyMatch(step -> step.delay == 0 && needed(step) == 1);
    }

    void valid(double value, long device, long at) {
        stale(false, at);
        boolean resting = !open && seen.isEmpty();
        if (resting && !violates(steps.get(0), value)) {
            return;
        }
        seen.add(new Seen(value, at, true));
        if (resting) {
            onset = device;
        }
        if (!open && stretch(steps.get(0)) == null) {
            seen.clear();
            return;
        }
        decide(at);
    }

    void invalid(long at) {
        if (open || !seen.isEmpty()) {
            seen.add(new Seen(Double.NaN, at, false));
        }
    }

    void stale(boolean lost, long at) {
        boolean known = open || !seen.isEmpty();
        if (lost == stale || !known) {
            return;
        }
        stale = lost;
        if (!lost) {
            seen.clear();
            openedAt = 0;
            changedAt = 0;
        }
        if (open) {
            tell("UPDATE", at, "END_CAUSE_UNSPECIFIED");
        }
    }

    /** A moment at which nothing came. */
    void pass(long at) {
        if (stale || (seen.isEmpty() && !open)) {
            return;
        }
        long due = !open ? due(0) : clearingSince() == NEVER ? due(level + 1) : AT_NO_TIME;
        if (due <= at) {
            worsen(due);
        }
    }

    void contextEnded(long at) {
        if (open) {
            tell("END", at, "CONTEXT_ENDED");
        }
        rest();
    }

    private void decide(long at) {
        if (!open) {
            if (due(0) <= at) {
                worsen(at);
            }
            return;
        }
        long clearing = clearingSince();
        if (clearing != NEVER) {
            if (at - clearing >= rule.getOffDelayMs()) {
                tell("END", at, "RETURNED_TO_NORMAL");
                rest();
            }
        } else if (due(level + 1) <= at) {
            worsen(at);
        } else if (milderFor(at) >= 60_000 && present() < level) {
            level = present();
            changedAt = seen.size();
            tell("UPDATE", at, "END_CAUSE_UNSPECIFIED");
        }
    }

    private void worsen(long due) {
        String phase = open ? "UPDATE" : "START";
        level = steps.stream()
                .filter(step -> due(step) <= due)
                .mapToInt(Step::level)
                .max()
                .orElseThrow();
        openedAt = open ? openedAt : seen.size();
        changedAt = seen.size();
        open = true;
        tell(phase, due, "END_CAUSE_UNSPECIFIED");
    }

    private void rest() {
        open = false;
        stale = false;
        level = 0;
        openedAt = 0;
        changedAt = 0;
        seen.clear();
    }

    private void tell(String phase, long due, String cause) {
        telling.tell(this, new News(phase, level, onset, due, cause, stale));
    }

    /** When the first step of a level or one above is due by what is known. */
    private long due(int from) {
        return steps.stream()
                .filter(step -> step.level >= from)
                .mapToLong(this::due)
                .min()
                .orElse(AT_NO_TIME);
    }

    private long due(Step step) {
        Stretch stretch = stretch(step);
        if (stretch == null) {
            return AT_NO_TIME;
        }
        long unconfirmed = step.of.getUnconfirmedAfterMs();
        boolean confirmed = stretch.count >= needed(step);
        if (!confirmed && unconfirmed == 0) {
            return AT_NO_TIME;
        }
        long wait = confirmed ? step.delay : Math.max(step.delay, unconfirmed);
        long due = Math.max(stretch.since + wait, seen.get(seen.size() - 1).at);
        return step.delay == 0 || mostUsable(due - step.delay, due) ? due : AT_NO_TIME;
    }

    private boolean mostUsable(long from, long to) {
        long all = seen.stream().filter(one -> one.at >= from && one.at <= to).count();
        long usable = seen.stream()
                .filter(one -> one.usable && one.at >= from && one.at <= to)
                .count();
        return usable * 10 >= all * 7;
    }

    private static int needed(Step step) {
        if (step.of.getReadings() > 0) {
            return step.of.getReadings();
        }
        return step.delay == 0 ? 1 : 2;
    }

    private @Nullable Stretch stretch(Step step) {
        int window = step.of.getOfReadings();
        return window == 0 ? run(step) : within(step, window);
    }

    /** The readings at the end that all violate. */
    private @Nullable Stretch run(Step step) {
        Stretch run = null;
        for (int i = seen.size() - 1; i >= 0; i--) {
            Seen one = seen.get(i);
            if (one.usable) {
                if (!violates(step, one.value)) {
                    break;
                }
                run = new Stretch(one.at, run == null ? 1 : run.count + 1);
            }
        }
        return run;
    }

    /** Violations among the last readings, since there was first one among them. */
    private @Nullable Stretch within(Step step, int window) {
        List<Boolean> last = new ArrayList<>();
        long since = NEVER;
        for (Seen one : seen) {
            if (one.usable) {
                last.add(violates(step, one.value));
                if (last.size() > window) {
                    last.remove(0);
                }
                boolean any = last.contains(true);
                since = !any ? NEVER : since == NEVER ? one.at : since;
            }
        }
        return since == NEVER
                ? null
                : new Stretch(
                        since, (int) last.stream().filter(violated -> violated).count());
    }

    /** The highest level of which something is violated at present. */
    private int present() {
        return steps.stream()
                .filter(step -> stretch(step) != null)
                .mapToInt(Step::level)
                .max()
                .orElse(0);
    }

    /** Since when the value is back, of an open condition. */
    private long clearingSince() {
        long since = NEVER;
        for (int i = openedAt; i < seen.size(); i++) {
            Seen one = seen.get(i);
            if (one.usable && violates(steps.get(0), one.value)) {
                since = NEVER;
            } else if (one.usable && since == NEVER && isBack(one.value)) {
                since = one.at;
            }
        }
        return since;
    }

    /** How long the announced level has not been violated. */
    private long milderFor(long at) {
        Step announced =
                steps.stream().filter(step -> step.level == level).findFirst().orElseThrow();
        long since = NEVER;
        for (int i = changedAt; i < seen.size(); i++) {
            Seen one = seen.get(i);
            if (one.usable) {
                boolean milder = level > 0 && !violates(announced, one.value);
                since = !milder ? NEVER : since == NEVER ? one.at : since;
            }
        }
        return since == NEVER ? -1 : at - since;
    }

    private boolean violates(Step step, double value) {
        return switch (rule.getSide()) {
            case LOW -> value < step.threshold;
            case HIGH -> value > step.threshold;
            default -> step.of.getCodesValueList().contains((int) value);
        };
    }

    private boolean isBack(double value) {
        double threshold = steps.get(0).threshold;
        if (rule.getSide() == LimitSide.LOW) {
            return value >= threshold + rule.getHysteresis();
        }
        return rule.getSide() == LimitSide.HIGH
                ? value <= threshold - rule.getHysteresis()
                : !violates(steps.get(0), value);
    }
}
