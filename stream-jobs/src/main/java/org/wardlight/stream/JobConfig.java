package org.wardlight.stream;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.wardlight.stream.device.DevicePolicy;
import org.wardlight.stream.patient.ScorePolicy;
import org.wardlight.stream.scoring.ModelPolicy;

/**
 * Configuration of the monitoring job.
 *
 * @param kafka bootstrap servers
 * @param parallelism subtasks per operator, 1 to 128
 * @param outOfOrderness how far the timestamps of one partition may go back; 300 ms with several ingest instances, 0 with one
 * @param checkpoints where and how often state is saved
 * @param device live or late, how long unassigned readings wait
 * @param score the grid of NEWS2
 * @param models which models score, and what they may do
 */
public record JobConfig(
        String kafka,
        int parallelism,
        Duration outOfOrderness,
        Checkpoints checkpoints,
        DevicePolicy device,
        ScorePolicy score,
        ModelPolicy models) {

    /** Never changed: a savepoint cannot be read with another value. */
    static final int MAX_PARALLELISM = 128;

    /** @throws IllegalArgumentException with every problem at once, by key */
    public JobConfig {
        List<String> problems = new ArrayList<>();
        if (kafka.isBlank()) {
            problems.add("job.kafka is empty");
        }
        if (parallelism < 1 || parallelism > MAX_PARALLELISM) {
            problems.add("job.parallelism must lie between 1 and " + MAX_PARALLELISM + ", not " + parallelism);
        }
        if (outOfOrderness.isNegative()) {
            problems.add("job.out-of-orderness must not be negative");
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", problems));
        }
    }

    /** The same with other models. */
    JobConfig withModels(ModelPolicy other) {
        return new JobConfig(kafka, parallelism, outOfOrderness, checkpoints, device, score, other);
    }

    /**
     * Where and how often state is saved.
     *
     * @param directory folder that outlives the process
     * @param every time between two checkpoints
     */
    public record Checkpoints(URI directory, Duration every) {

        /** @throws IllegalArgumentException with every problem at once, by key */
        public Checkpoints {
            List<String> problems = new ArrayList<>();
            if (!directory.isAbsolute()) {
                problems.add(
                        "job.checkpoints.directory must be an absolute URI, such as file:///var/lib/wardlight/checkpoints");
            }
            if (every.compareTo(Duration.ofMillis(100)) < 0) {
                problems.add("job.checkpoints.every must be 100 ms or more, not " + every);
            }
            if (!problems.isEmpty()) {
                throw new IllegalArgumentException(String.join("; ", problems));
            }
        }
    }
}
