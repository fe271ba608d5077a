package org.wardlight.alerting.channel;

/** A page as the desk writes it. */
final class TestPage {

    static final Page HIGH = Page.of("a-1-1", """
            {"type":"alarm.page","timestamp":"2026-03-01T08:00:15Z","data":{"alarm_id":"a","page_id":"a-1-1","ward":"W3",\
            "bed":"12B","priority":"high","marks":"***","text":"SpO2 84 < 85","level":1,"role":"nurse of the bed",\
            "recipient":"RN Okafor","kind":"physiological","rule":"spo2-low","raised":"2026-03-01T08:00:15Z",\
            "reminder_of":null}}""");

    private TestPage() {}
}
