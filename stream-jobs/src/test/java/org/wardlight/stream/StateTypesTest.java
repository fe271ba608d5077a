package org.wardlight.stream;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.flink.api.common.ExecutionConfig;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.java.typeutils.PojoTypeInfo;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wardlight.models.history.OpenHour;
import org.wardlight.models.history.VitalHistoryState;
import org.wardlight.stream.attribution.ClockState;
import org.wardlight.stream.attribution.HeldReadings;
import org.wardlight.stream.device.ChartedState;
import org.wardlight.stream.device.DeviceState;
import org.wardlight.stream.device.TroubleState;
import org.wardlight.stream.limits.LimitState;
import org.wardlight.stream.patient.BaselineState;
import org.wardlight.stream.patient.GridRuleState;
import org.wardlight.stream.patient.PatientState;
import org.wardlight.stream.patient.PendingNumeric;
import org.wardlight.stream.patient.RiskState;
import org.wardlight.stream.patient.SeriesState;
import org.wardlight.stream.patient.SourceState;
import org.wardlight.stream.patient.TrendState;
import org.wardlight.stream.quality.StepState;
import org.wardlight.stream.scoring.AdvisoryState;
import org.wardlight.stream.scoring.InputLevel;
import org.wardlight.stream.scoring.ModelAnswer;
import org.wardlight.stream.scoring.ModelQuestion;
import org.wardlight.stream.scoring.PatientAdvisories;
import org.wardlight.stream.sequence.BootSequence;
import org.wardlight.stream.sequence.HeldMessage;
import org.wardlight.stream.sequence.SequenceState;
import org.wardlight.stream.signal.SignalState;
import org.wardlight.stream.window.OpenMinute;
import org.wardlight.stream.window.OpenPane;
import org.wardlight.stream.window.OpenSeries;
import org.wardlight.stream.window.PendingReadings;
import org.wardlight.stream.window.WindowAccumulator;
import org.wardlight.stream.window.WindowState;

class StateTypesTest {

    @ParameterizedTest
    @ValueSource(
            classes = {
                DeviceState.class,
                ChartedState.class,
                SequenceState.class,
                BootSequence.class,
                HeldMessage.class,
                ClockState.class,
                HeldReadings.class,
                SignalState.class,
                StepState.class,
                TroubleState.class,
                LimitState.class,
                PatientState.class,
                SeriesState.class,
                PendingNumeric.class,
                RiskState.class,
                TrendState.class,
                SourceState.class,
                BaselineState.class,
                GridRuleState.class,
                VitalHistoryState.class,
                OpenHour.class,
                org.wardlight.models.history.OpenPane.class,
                ModelQuestion.class,
                InputLevel.class,
                ModelAnswer.class,
                PatientAdvisories.class,
                AdvisoryState.class,
                WindowState.class,
                PendingReadings.class,
                OpenSeries.class,
                OpenPane.class,
                OpenMinute.class,
                WindowAccumulator.class
            })
    void needsNoKryoAnywhereInside(Class<?> type) {
        Configuration settings = new Configuration();
        settings.set(PipelineOptions.GENERIC_TYPES, false);
        ExecutionConfig config = new ExecutionConfig(settings);

        TypeInformation<?> information = TypeInformation.of(type);

        assertThat(information).isInstanceOf(PojoTypeInfo.class);
        assertThat(information.createSerializer(config.getSerializerConfig())).isNotNull();
    }
}
