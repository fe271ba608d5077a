package org.wardlight.bench.ledger;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wardlight.bench.driving.PageReceiver.Page;
import org.wardlight.bench.driving.RunClock;
import org.wardlight.bench.driving.Sent;
import org.wardlight.bench.reference.ExpectedAlarms;
import org.wardlight.bench.reference.ExpectedAlarms.Expected;
import org.wardlight.bench.workload.Workload;
import org.wardlight.events.v1.AlarmCondition;
import org.wardlight.events.v1.AlarmEvent;
import org.wardlight.events.v1.AlarmKind;
import org.wardlight.events.v1.AlarmTransition;
import org.wardlight.events.v1.ConditionPhase;

/** The checks of the ledger: each counts what must not be, and 0 is the only good number. */
public final class Checks {

    /** A page later than this after its alarm was due is late; the budget of IEC 60601-2-27 from event to alarm is 10 s. */
    private static final double DEADLINE_MILLIS = 10_000;
    /** An onset is told in whole milliseconds. */
    private static final double SAME_MILLIS = 2;

    private static final Logger LOG = LoggerFactory.getLogger(Checks.class);

    private final Workload workload;
    private final RunClock clock;
    private final Map<Integer, Expected> expected;
    private final Map<String, Long> counts = new LinkedHashMap<>();

    /** Of a workload whose alarms are expected so. */
    public Checks(Workload workload, RunClock clock, Map<Integer, Expected> expected) {
        this.workload = workload;
        this.clock = clock;
        this.expected = Map.copyOf(expected);
    }

    /** What was counted, by check. */
    public Map<String, Long> counts() {
        return new LinkedHashMap<>(counts);
    }

    /** Whether every count is 0. */
    public boolean allZero() {
        return counts.values().stream().allMatch(count -> count == 0);
    }

    /** L1: acknowledged, but not in the log. */
    public void log(Sent sent, LogEdges edges) {
        long lost = 0;
        for (int bed = 0; bed < workload.beds(); bed++) {
            lost += sent.missing(bed, edges.readings(bed));
        }
        counts.put("L1", lost);
    }

    /** L2: in the log, but no condition came of it. L3: a condition that the reference does not know. */
    public void conditions(List<AlarmCondition> conditions) {
        Set<Integer> started = new HashSet<>();
        long spurious = 0;
        for (AlarmCondition condition : conditions) {
            if (condition.getPhase() == ConditionPhase.CONDITION_START && condition.getKind() != AlarmKind.TECHNICAL) {
                int bed = workload.bedOf(condition.getSource().getDeviceId());
                if (isExpected(bed, condition)) {
                    started.add(bed);
                } else {
                    spurious++;
                    tell(bed, condition);
                }
            }
        }
        counts.put(
                "L2",
                expected.keySet().stream().filter(bed -> !started.contains(bed)).count());
        counts.put("L3", spurious);
    }

    private void tell(int bed, AlarmCondition condition) {
        Long first = workload.probes().firstSeq().get(bed);
        LOG.warn(
                "check=L3 bed={} rule={} onset_ms={} expected_onset_ms={}",
                bed,
                condition.getRule(),
                clock.runMillis(condition.getOnsetMs()),
                first == null ? "none" : Double.toString(workload.dueMillis(bed, first)));
    }

    private boolean isExpected(int bed, AlarmCondition condition) {
        Expected alarm = expected.get(bed);
        Long first = workload.probes().firstSeq().get(bed);
        return alarm != null
                && first != null
                && condition.getRule().equals(ExpectedAlarms.RULE)
                && Math.abs(clock.runMillis(condition.getOnsetMs()) - workload.dueMillis(bed, first)) <= SAME_MILLIS;
    }

    /** L4: paged twice on one level. L5: expected and never paged. L6: paged too late. L8: paged for another bed. */
    public void pages(List<Page> pages, Map<String, Integer> bedsByName) {
        Map<String, Long> times = pages.stream()
                .filter(page -> !page.isReminder())
                .collect(Collectors.groupingBy(
                        page -> page.alarmId() + " " + page.level() + " " + page.recipient(), Collectors.counting()));
        counts.put("L4", times.values().stream().mapToLong(count -> count - 1).sum());
        Set<Integer> paged = new HashSet<>();
        long late = 0;
        long wrong = 0;
        for (Page page : pages) {
            int bed = workload.bedOf(page.device());
            Expected alarm = expected.get(bed);
            wrong += bed < 0 || bedsByName.getOrDefault(page.bed(), -1) != bed ? 1 : 0;
            if (alarm != null && page.rule().equals(ExpectedAlarms.RULE) && page.level() == 1) {
                paged.add(bed);
                late += page.readMillis() - alarm.dueMillis() > DEADLINE_MILLIS ? 1 : 0;
            }
        }
        counts.put(
                "L5",
                expected.keySet().stream().filter(bed -> !paged.contains(bed)).count());
        counts.put("L6", late);
        counts.put("L8", wrong);
    }

    /** L7: an alarm whose events are out of order: a number left out, or something before it was raised. */
    public void events(List<AlarmEvent> events) {
        Map<String, Long> last = new HashMap<>();
        long broken = 0;
        for (AlarmEvent event : events) {
            long before = last.getOrDefault(event.getAlarmId(), 0L);
            boolean first = before == 0;
            boolean again = event.getSeq() <= before;
            boolean inOrder =
                    event.getSeq() == before + 1 && first == (event.getTransition() == AlarmTransition.RAISED);
            broken += again || inOrder ? 0 : 1;
            last.put(event.getAlarmId(), Math.max(before, event.getSeq()));
        }
        counts.put("L7", broken);
    }
}
