package org.wardlight.app.demo;

/** Where a process is killed: at the first line of a method, before anything in it has happened. */
enum KillPoint {
    /** A page is committed and has not gone out. */
    BEFORE_THE_POST("org.wardlight.alerting.channel.HttpChannel", "send"),
    /** The receiver has it, and nobody has noted that. */
    AFTER_THE_POST("org.wardlight.alerting.paging.ReceiverLane", "record"),
    /** It is noted that the receiver has it. */
    AFTER_THE_RECORD("org.wardlight.alerting.paging.ReceiverLane", "over"),
    /** An event is committed and not on the log. */
    BEFORE_THE_LOG("org.wardlight.alerting.publishing.EventPublisher", "send"),
    /** The log has it, and the outbox does not know. */
    AFTER_THE_LOG("org.wardlight.alerting.store.AlarmStore", "eventsDone");

    private final String type;
    private final String method;

    KillPoint(String type, String method) {
        this.type = type;
        this.method = method;
    }

    String type() {
        return type;
    }

    String method() {
        return method;
    }
}
