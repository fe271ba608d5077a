package org.wardlight.app.configuration;

import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Settings of the job role. */
public interface JobSettings {

    /** Subtasks. */
    @Doc("Subtasks per operator, 1 to 128.")
    @WithDefault("1")
    int parallelism();

    /** Several ingests. */
    @Doc("How far timestamps of one partition may go back: `300ms` with several ingest processes, `0s` with one.")
    @WithDefault("0s")
    Duration outOfOrderness();

    /** State. */
    CheckpointSettings checkpoints();

    /** Live or late. */
    DeviceSettings device();

    /** The grid of scores. */
    ScoreSettings score();

    /** Trained models. */
    ModelSettings models();

    /** Which models score, and what they may do. */
    interface ModelSettings {

        /** Folder. */
        @Doc(
                "Folder of models, each in one of its own; `shipped` for those that come with Wardlight, `none` for no model.")
        @WithDefault("shipped")
        String directory();

        /** Who may page. */
        @Doc(
                "Names of models that may raise an advisory, of those whose report passes its gates; all others stay in shadow.")
        Optional<List<String>> promoted();

        /** Pace. */
        @Doc("How often each patient is scored, at least 1 s; by default as the manifest of each model says.")
        Optional<Duration> every();

        /** Slow to raise. */
        @Doc("How long a value must stay high before it becomes an advisory; by default as the manifest says.")
        Optional<Duration> onDelay();

        /** Slow to end. */
        @Doc("How long a value must stay below before the advisory ends; by default as the manifest says.")
        Optional<Duration> offDelay();
    }

    /** Where and how often state is saved. */
    interface CheckpointSettings {

        /** Folder. */
        @Doc("Folder that outlives the process, as an absolute URI. Required for the job role.")
        Optional<URI> directory();

        /** Interval. */
        @Doc("Time between two checkpoints, at least 100 ms.")
        @WithDefault("10s")
        Duration every();
    }

    /** How readings are told live from late. */
    interface DeviceSettings {

        /** Live or late. */
        @Doc("A reading that arrives later than this after it was measured is history, never a live alarm.")
        @WithDefault("2m")
        Duration lateAfter();

        /** Unassigned readings. */
        @Doc("How long a reading waits for somebody to be given its device, before it is quarantined.")
        @WithDefault("15m")
        Duration holdUnassigned();
    }

    /** When scores are evaluated. */
    interface ScoreSettings {

        /** Grid. */
        @Doc("Scores are evaluated on a grid of this width, at least 1 s.")
        @WithDefault("60s")
        Duration every();

        /** Median. */
        @Doc("A numeric input of a score is the lower median of its good readings of this long.")
        @WithDefault("5m")
        Duration stabilise();

        /** Repetition. */
        @Doc("A score that does not change is still published this often.")
        @WithDefault("60s")
        Duration publishEvery();

        /** Slow to lower. */
        @Doc("How long a risk band must be left before its condition is lowered or ended.")
        @WithDefault("15m")
        Duration lowerAfter();
    }
}
