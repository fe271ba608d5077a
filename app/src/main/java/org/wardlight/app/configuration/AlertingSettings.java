package org.wardlight.app.configuration;

import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Settings of the alerting role. */
public interface AlertingSettings {

    /** Alarms, timers and the audit trail. */
    DatabaseKeys store();

    /** Commands. */
    HttpSettings http();

    /** Times. */
    EscalationSettings escalation();

    /** Pauses. */
    PauseSettings pause();

    /** People. */
    PagingSettings paging();

    /** Where commands come in. */
    interface HttpSettings {

        /** Address. */
        @Doc("Address on which alerting takes commands from the station.")
        @WithDefault("127.0.0.1")
        String host();

        /** Port. */
        @Doc("Port on which alerting takes commands from the station; 0 takes a free one.")
        @WithDefault("8082")
        int port();

        /** Token. */
        @Doc(
                value = "Token that the station must bring, at least 16 characters. Required for the alerting role.",
                secret = true)
        Optional<String> serviceToken();
    }

    /** How long people have to answer. */
    interface EscalationSettings {

        /** High priority. */
        @Doc("How long a person may take to answer a high-priority alarm before the next one is asked, 1 s to 4 h.")
        @WithDefault("60s")
        Duration high();

        /** Medium priority. */
        @Doc("The same for medium priority.")
        @WithDefault("3m")
        Duration medium();

        /** Low priority. */
        @Doc("The same for low priority.")
        @WithDefault("15m")
        Duration low();

        /** Accepted alarms. */
        AcceptedSettings accepted();

        /** Acknowledged alarms. */
        AcknowledgedSettings acknowledged();

        /** Second channel. */
        @Doc("Without a receipt for this long, a page goes out on its receiver's second channel as well.")
        @WithDefault("5s")
        Duration secondChannelAfter();

        /** Undelivered. */
        @Doc(
                "Without a receipt on any channel for this long, the next person is asked; longer than second-channel-after.")
        @WithDefault("10s")
        Duration undeliveredAfter();

        /** Reminders. */
        @Doc("When nobody has answered, the whole unit is asked this often until somebody does.")
        @WithDefault("60s")
        Duration remindEvery();

        /** Hold-off. */
        @Doc("For this long after an alarm closed, the same one of no higher priority asks nobody; 0s for none.")
        @WithDefault("60s")
        Duration holdOff();

        /** Acceptance. */
        @Doc("Whether who accepts an alarm acknowledges it as well.")
        @WithDefault("false")
        boolean acceptanceAcknowledges();
    }

    /** How long an accepted alarm waits to be acknowledged or over. */
    interface AcceptedSettings {

        /** High priority. */
        @Doc(
                "How long an accepted high-priority alarm may go on unacknowledged before the next person is asked, 1 s to 4 h.")
        @WithDefault("5m")
        Duration high();

        /** Medium priority. */
        @Doc("The same for medium priority.")
        @WithDefault("15m")
        Duration medium();

        /** Low priority. */
        @Doc("The same for low priority.")
        @WithDefault("15m")
        Duration low();
    }

    /** How long an acknowledgement holds. */
    interface AcknowledgedSettings {

        /** High priority. */
        @Doc(
                "How long an acknowledged high-priority alarm whose condition goes on stays quiet, up to 4 h; 0s for ever.")
        @WithDefault("5m")
        Duration high();

        /** Medium priority. */
        @Doc("The same for medium priority.")
        @WithDefault("10m")
        Duration medium();

        /** Low priority. */
        @Doc("The same for low priority.")
        @WithDefault("0s")
        Duration low();
    }

    /** How long anything may be kept quiet. */
    interface PauseSettings {

        /** Sound. */
        @Doc("Longest audio pause of a patient's alarms, 10 s to 12 h; people are asked all the same.")
        @WithDefault("2m")
        Duration longestAudio();

        /** Procedure. */
        @Doc("Longest pause of all alarms and pages of a patient, during a procedure at the bed.")
        @WithDefault("30m")
        Duration longestAlarm();

        /** One rule. */
        @Doc("Longest silence of one rule of a patient.")
        @WithDefault("4h")
        Duration longestRule();
    }

    /** Who can be paged. */
    interface PagingSettings {

        /** Severity. */
        @Doc("Mildest severity that pages: `low`, `medium` or `high`.")
        @WithDefault("medium")
        String pageFrom();

        /** Receivers by name. */
        Map<String, ReceiverKeys> receivers();

        /** Without a rota. */
        @Doc("Receivers that are asked, in order, where no rota is known. Required for the alerting role.")
        Optional<List<String>> defaultReceivers();

        /** Private networks. */
        @Doc("Whether a receiver may be this machine or lie in a private network.")
        @WithDefault("false")
        boolean allowPrivateTargets();

        /** Effort. */
        DeliverySettings delivery();
    }

    /** How hard a page is tried. */
    interface DeliverySettings {

        /** Connection. */
        @Doc("Longest wait for a connection to a receiver.")
        @WithDefault("2s")
        Duration connectTimeout();

        /** Request. */
        @Doc("Longest wait for a receiver's answer.")
        @WithDefault("5s")
        Duration requestTimeout();

        /** Attempts. */
        @Doc("How often a page is tried at most, 1 to 1000.")
        @WithDefault("1000")
        int attempts();

        /** First pause. */
        @Doc("Pause after the first failure; doubles with each one, with jitter.")
        @WithDefault("200ms")
        Duration firstPause();

        /** Longest pause. */
        @Doc("Longest pause between two attempts, also when a receiver asks for more.")
        @WithDefault("10s")
        Duration longestPause();
    }
}
