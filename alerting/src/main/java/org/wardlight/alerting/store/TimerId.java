package org.wardlight.alerting.store;

/** One timer of one alarm. */
public record TimerId(String alarmId, int timer) {

    String text() {
        return alarmId + "-" + timer;
    }

    static TimerId parse(String text) {
        int dash = text.lastIndexOf('-');
        return new TimerId(text.substring(0, dash), Integer.parseInt(text.substring(dash + 1)));
    }
}
