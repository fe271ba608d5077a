package org.wardlight.app.roles;

import java.net.URI;
import java.util.List;
import org.wardlight.app.configuration.JobSettings;
import org.wardlight.app.configuration.WardlightSettings;
import org.wardlight.app.roles.RoleFactory.PreparedRole;
import org.wardlight.stream.JobApp;
import org.wardlight.stream.JobConfig;
import org.wardlight.stream.device.DevicePolicy;
import org.wardlight.stream.patient.ScorePolicy;
import org.wardlight.stream.scoring.ModelPolicy;

/** From settings to a running job. */
final class JobRole {

    private static final String NAME = "job";
    private static final String NO_MODEL = "none";
    private static final URI NOWHERE = URI.create("file:///");

    private JobRole() {}

    static PreparedRole prepare(WardlightSettings settings) {
        RoleProblems problems = new RoleProblems(NAME);
        URI checkpoints = problems.required(settings.job().checkpoints().directory(), "checkpoints.directory", NOWHERE);
        JobConfig config = problems.check(() -> config(settings, checkpoints));
        return around -> {
            JobApp app = JobApp.start(config, around.meters());
            return new RunningRole(NAME, app::problems, app, "Flink, " + config.parallelism() + " subtasks");
        };
    }

    private static JobConfig config(WardlightSettings settings, URI checkpoints) {
        JobSettings job = settings.job();
        return new JobConfig(
                settings.kafka().bootstrapServers(),
                job.parallelism(),
                job.outOfOrderness(),
                new JobConfig.Checkpoints(checkpoints, job.checkpoints().every()),
                new DevicePolicy(job.device().lateAfter(), job.device().holdUnassigned()),
                new ScorePolicy(
                        job.score().every(),
                        job.score().stabilise(),
                        job.score().publishEvery(),
                        job.score().lowerAfter()),
                models(job.models()));
    }

    private static ModelPolicy models(JobSettings.ModelSettings models) {
        return new ModelPolicy(
                models.directory().equals(NO_MODEL) ? "" : models.directory(),
                models.promoted().orElse(List.of()),
                models.every().orElse(null),
                models.onDelay().orElse(null),
                models.offDelay().orElse(null));
    }
}
