package org.wardlight.app.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wardlight.alerting.alarm.EscalationTimes;
import org.wardlight.events.v1.CareProfile;
import org.wardlight.events.v1.Severity;
import org.wardlight.simulators.scenario.ExpectedCondition;
import org.wardlight.station.pager.PageData;
import org.wardlight.station.pager.ReceivedPage;

/**
 * Holds the breaches of a scenario against the pages that arrived. A page answers a breach when it is the first page of the
 * same rule, decided by a reading of the same device during the breach; and each page answers one breach only. When an
 * earlier alarm of the same kind was still open, alerting adds the breach to it without another page, and that alarm's page
 * answers.
 *
 * @param profile the limits by which patients are judged
 * @param margin ward time from the moment a breach is due to the arrival of its page, at most
 */
record ExpectedPages(CareProfile profile, Duration margin) {

    /** A reading may carry a time that was rounded. */
    private static final Duration ROUNDING = Duration.ofSeconds(1);

    private static final Duration HOLD_OFF = EscalationTimes.standard().holdOff();

    /** The pages of a run, and when alarms were closed (ms since 1970, ward time) by the alarm's id. */
    record Seen(List<ReceivedPage> pages, Map<String, Long> closedMillis) {}

    /** How long the page of this rule may take from the first violation on, ward time. */
    Duration reaction(String rule) {
        return onDelay(rule).plus(margin);
    }

    /** Breaches that were due before the run ended and that no page answers. */
    List<ExpectedCondition> missing(List<ExpectedCondition> truth, Instant runEnd, Seen seen) {
        List<ReceivedPage> unused = new ArrayList<>(seen.pages());
        List<ExpectedCondition> missing = new ArrayList<>();
        truth.stream()
                .filter(breach -> breach.pages() && breach.isDueBy(runEnd, reaction(breach.rule())))
                .filter(breach -> !isHeldOff(breach, seen))
                .sorted(Comparator.comparing(ExpectedCondition::firstViolation))
                .forEach(breach -> {
                    Optional<ReceivedPage> answer = answer(breach, unused, seen.closedMillis());
                    answer.ifPresentOrElse(unused::remove, () -> missing.add(breach));
                });
        return missing;
    }

    /** Came and went within the time in which the same alarm asks nobody after it closed. */
    private boolean isHeldOff(ExpectedCondition breach, Seen seen) {
        long due = breach.firstViolation().plus(onDelay(breach.rule())).toEpochMilli();
        Instant until = breach.until();
        return until != null
                && seen.pages().stream()
                        .filter(page -> isOfItsKind(page.data(), breach))
                        .map(page -> seen.closedMillis().get(page.data().alarmId()))
                        .anyMatch(closed -> closed != null
                                && closed <= due + margin.toMillis()
                                && until.toEpochMilli() <= closed + HOLD_OFF.toMillis());
    }

    private Optional<ReceivedPage> answer(
            ExpectedCondition breach, List<ReceivedPage> unused, Map<String, Long> closedMillis) {
        List<ReceivedPage> candidates =
                unused.stream().filter(page -> isOfItsKind(page.data(), breach)).toList();
        return candidates.stream()
                .filter(page -> isDecidedDuring(breach, page.data()))
                .findFirst()
                .or(() -> candidates.stream()
                        .filter(page -> wasStillOpen(page.data(), breach, closedMillis))
                        .findFirst());
    }

    private static boolean isOfItsKind(PageData page, ExpectedCondition breach) {
        PageData.Deciding deciding = page.deciding();
        return page.level() == 1
                && page.rule().equals(breach.rule())
                && deciding != null
                && deciding.device().equals(breach.deviceId());
    }

    private boolean isDecidedDuring(ExpectedCondition breach, PageData page) {
        Long decided = decidedMillis(page);
        Instant until = breach.until();
        return decided != null
                && !isBefore(decided, breach)
                && (until == null
                        || decided <= until.plus(reaction(breach.rule())).toEpochMilli());
    }

    private boolean wasStillOpen(PageData page, ExpectedCondition breach, Map<String, Long> closedMillis) {
        Long decided = decidedMillis(page);
        long closed = closedMillis.getOrDefault(page.alarmId(), Long.MAX_VALUE);
        Instant due = breach.firstViolation().plus(onDelay(breach.rule()));
        return decided != null && isBefore(decided, breach) && closed >= due.toEpochMilli();
    }

    private static boolean isBefore(long decidedMillis, ExpectedCondition breach) {
        return decidedMillis < breach.firstViolation().minus(ROUNDING).toEpochMilli();
    }

    private static @Nullable Long decidedMillis(PageData page) {
        PageData.Deciding deciding = page.deciding();
        return deciding == null ? null : deciding.deviceTimeMillis();
    }

    /** The longest of the levels that page. */
    private Duration onDelay(String rule) {
        return Duration.ofMillis(profile.getRulesList().stream()
                .filter(limit -> limit.getRule().equals(rule))
                .flatMap(limit -> limit.getLevelsList().stream())
                .filter(level -> level.getSeverity().getNumber() >= Severity.SEVERITY_MEDIUM_VALUE)
                .mapToLong(level -> Math.max(level.getOnDelayMs(), level.getUnconfirmedAfterMs()))
                .max()
                .orElse(0));
    }
}
