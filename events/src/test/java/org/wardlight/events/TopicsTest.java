package org.wardlight.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TopicsTest {

    @Test
    void topicsStandAsDecided() {
        List<List<String>> topics = Topics.all().stream()
                .map(topic -> List.of(
                        topic.name(),
                        topic.key().name(),
                        Integer.toString(topic.partitions()),
                        Long.toString(topic.retention().toDays()),
                        Boolean.toString(topic.compacted())))
                .toList();

        assertThat(topics).containsExactlyElementsOf(GoldenText.table("topics.txt"));
    }

    @Test
    void everyTopicThatIsSpelledIsListed() {
        long spelled = Arrays.stream(Topics.class.getDeclaredFields())
                .filter(field -> Modifier.isPublic(field.getModifiers()) && field.getType() == Topics.Topic.class)
                .count();

        assertThat(Topics.all()).doesNotHaveDuplicates().hasSize((int) spelled);
    }

    @Test
    void keptTopicsDeleteByAge() {
        assertThat(Topics.VITAL_NUMERIC.settings())
                .containsAllEntriesOf(Map.of("cleanup.policy", "delete", "retention.ms", "259200000"));
        assertThat(Topics.ALARM_EVENT.settings())
                .containsAllEntriesOf(Map.of("cleanup.policy", "delete", "retention.ms", "7776000000"));
    }

    @Test
    void compactedTopicsNeverDeleteByAge() {
        assertThat(Topics.all().stream().filter(Topics.Topic::compacted))
                .isNotEmpty()
                .allSatisfy(topic -> assertThat(topic.settings())
                        .containsEntry("cleanup.policy", "compact")
                        .doesNotContainKey("retention.ms"));
    }

    @Test
    void takesRecordsOfAWardClockThatIsFarAhead() {
        assertThat(Topics.all()).allSatisfy(topic -> assertThat(topic.settings())
                .containsEntry("message.timestamp.after.max.ms", Long.toString(Long.MAX_VALUE)));
    }

    @Test
    void topicsSpelledAsTextAreTheirNames() {
        assertThat(Topics.OBSERVATION_RAW).hasToString("wardlight.observation.raw.v1");
    }
}
