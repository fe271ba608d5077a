package org.wardlight.stream.flinkmetrics;

import java.util.Properties;
import org.apache.flink.metrics.reporter.MetricReporter;
import org.apache.flink.metrics.reporter.MetricReporterFactory;

/** Makes the reporter for Flink, which asks for it by this class's name. */
public final class MicrometerReporterFactory implements MetricReporterFactory {

    /** For Flink's service loader. */
    public MicrometerReporterFactory() {}

    @Override
    public MetricReporter createMetricReporter(Properties properties) {
        return new MicrometerReporter();
    }
}
