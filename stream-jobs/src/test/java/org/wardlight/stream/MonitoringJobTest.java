package org.wardlight.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.junit.jupiter.api.Test;
import org.wardlight.stream.device.DevicePolicy;
import org.wardlight.stream.patient.ScorePolicy;
import org.wardlight.stream.scoring.ModelPolicy;

class MonitoringJobTest {

    @Test
    void givesEveryOperatorTheIdThatItsStateIsSavedUnder() {
        // Flink derives the committer of a sink from its writer.
        assertThat(nodes())
                .extracting(StreamNode::getTransformationUID)
                .containsExactlyInAnyOrder(
                        "observations",
                        "without-ticks",
                        "device-history",
                        "patient-chart",
                        "model-scoring",
                        "model-advisories",
                        "vital-windows",
                        "numerics",
                        "Sink Committer: numerics",
                        "windows",
                        "Sink Committer: windows",
                        "scores",
                        "Sink Committer: scores",
                        "conditions",
                        "Sink Committer: conditions",
                        "quarantined",
                        "Sink Committer: quarantined");
    }

    @Test
    void refusesAConfigurationNamingEveryKeyThatIsWrong() {
        assertThat(catchThrowable(() -> new JobConfig(
                        " ",
                        0,
                        Duration.ofMillis(-1),
                        new JobConfig.Checkpoints(URI.create("file:///tmp/x"), Duration.ofSeconds(1)),
                        DevicePolicy.STANDARD,
                        ScorePolicy.STANDARD,
                        ModelPolicy.NONE)))
                .hasMessageContaining("job.kafka")
                .hasMessageContaining("job.parallelism")
                .hasMessageContaining("job.out-of-orderness");
    }

    private static Collection<StreamNode> nodes() {
        StreamExecutionEnvironment environment =
                StreamExecutionEnvironment.createLocalEnvironment(2, new Configuration());
        JobConfig config = new JobConfig(
                "127.0.0.1:1",
                2,
                Duration.ZERO,
                new JobConfig.Checkpoints(URI.create("file:///tmp/x"), Duration.ofSeconds(1)),
                DevicePolicy.STANDARD,
                ScorePolicy.STANDARD,
                ModelPolicy.NONE);
        MonitoringJob.build(
                environment, config, KafkaEdges.observations(config.kafka()), KafkaEdges.sinks(config.kafka()));
        return environment.getStreamGraph().getStreamNodes();
    }
}
