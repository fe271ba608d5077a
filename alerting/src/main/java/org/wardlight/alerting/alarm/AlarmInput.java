package org.wardlight.alerting.alarm;

import org.wardlight.events.v1.AlarmCondition;

/** Everything that can happen to an alarm. */
public sealed interface AlarmInput {

    /** Hands this input to the alarm's state. */
    Decision meet(Alarm alarm, Surroundings at);

    /** The input that a condition record is. */
    static AlarmInput of(AlarmCondition condition) {
        return switch (condition.getPhase()) {
            case CONDITION_START -> new ConditionStarted(condition);
            case CONDITION_UPDATE -> new ConditionUpdated(condition);
            case CONDITION_END -> new ConditionEnded(condition);
            default -> throw new IllegalArgumentException("condition without a phase");
        };
    }

    /** A condition began. */
    record ConditionStarted(AlarmCondition condition) implements AlarmInput {
        @Override
        public Decision meet(Alarm alarm, Surroundings at) {
            return alarm.conditionStarted(condition, at);
        }
    }

    /** A condition changed. */
    record ConditionUpdated(AlarmCondition condition) implements AlarmInput {
        @Override
        public Decision meet(Alarm alarm, Surroundings at) {
            return alarm.conditionUpdated(condition, at);
        }
    }

    /** A condition ended. */
    record ConditionEnded(AlarmCondition condition) implements AlarmInput {
        @Override
        public Decision meet(Alarm alarm, Surroundings at) {
            return alarm.conditionEnded(condition, at);
        }
    }

    /**
     * Somebody takes the alarm.
     *
     * @param actor who, as authenticated by the station
     * @param reason in their words; may be empty
     */
    record Acknowledge(String actor, String reason) implements AlarmInput {
        @Override
        public Decision meet(Alarm alarm, Surroundings at) {
            return alarm.acknowledged(this, at);
        }
    }

    /**
     * Somebody says that they go; not that they have seen it.
     *
     * @param actor who, as authenticated by the station
     */
    record Accept(String actor) implements AlarmInput {
        @Override
        public Decision meet(Alarm alarm, Surroundings at) {
            return alarm.accepted(this, at);
        }
    }

    /**
     * Somebody says that they cannot go, or no longer.
     *
     * @param actor who, as authenticated by the station
     * @param level the level they were asked on; another level's turn is not theirs to give away
     * @param reason in their words; may be empty
     */
    record Reject(String actor, int level, String reason) implements AlarmInput {
        @Override
        public Decision meet(Alarm alarm, Surroundings at) {
            return alarm.rejected(this, at);
        }
    }

    /**
     * Nobody is to be asked for a while: the surroundings say until when.
     *
     * @param actor who paused it
     * @param reason in their words
     */
    record Pause(String actor, String reason) implements AlarmInput {
        @Override
        public Decision meet(Alarm alarm, Surroundings at) {
            return alarm.paused(this, at);
        }
    }

    /** A pause was ended before its time. */
    record Resume(String actor) implements AlarmInput {
        @Override
        public Decision meet(Alarm alarm, Surroundings at) {
            return alarm.resumed(this, at);
        }
    }

    /** It is to make no sound for a while; people are asked all the same. The surroundings say until when. */
    record AudioPause(String actor) implements AlarmInput {
        @Override
        public Decision meet(Alarm alarm, Surroundings at) {
            return alarm.audioPaused(this, at);
        }
    }

    /**
     * A timer ran out.
     *
     * @param timer the number of the timer within the alarm; an older one is stale
     */
    record TimerDue(int timer) implements AlarmInput {
        @Override
        public Decision meet(Alarm alarm, Surroundings at) {
            return alarm.timerDue(this, at);
        }
    }

    /** A receiver answered 2xx. */
    record PageDelivered(String pageId, String receiver) implements AlarmInput {
        @Override
        public Decision meet(Alarm alarm, Surroundings at) {
            return alarm.pageDelivered(this, at);
        }
    }

    /** A page was given up, or withdrawn because somebody had acknowledged. */
    record PageFailed(String pageId, String receiver, String reason) implements AlarmInput {
        @Override
        public Decision meet(Alarm alarm, Surroundings at) {
            return alarm.pageFailed(this, at);
        }
    }
}
