package org.wardlight.station.trends;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.wardlight.events.VitalCatalogue;
import org.wardlight.trends.reading.TrendSeries;
import org.wardlight.trends.reading.TrendSeries.Bucket;

/**
 * Where a vital of this patient usually lies: between the 10th and the 90th percentile of its one-minute means of the last
 * 24 h. It describes this patient. It is no limit, nothing alarms by it, and what is usual for somebody ill may be bad.
 *
 * @param vital id in the vital catalogue
 * @param low in the unit of the vital
 * @param high in the unit of the vital
 * @param readings how many one-minute means it is made of
 */
public record UsualRange(String vital, double low, double high, int readings) {

    /** What counts as lately. */
    static final Duration LATELY = Duration.ofHours(24);

    /** Of what each mean is. */
    static final Duration EACH = Duration.ofMinutes(1);

    /** Fewer minutes than this describe nobody; a choice of Wardlight. */
    private static final int LEAST = 200;
    /** The middle four fifths: a single bout at either end does not move them. A choice of Wardlight. */
    private static final double LOW = 0.10;

    private static final double HIGH = 0.90;

    /** Of one series in buckets of one minute; empty when there are too few. */
    static Optional<UsualRange> of(TrendSeries minutes) {
        double[] means =
                minutes.buckets().stream().mapToDouble(Bucket::mean).sorted().toArray();
        if (means.length < LEAST) {
            return Optional.empty();
        }
        String vital = VitalCatalogue.standard().get(minutes.vital()).getId();
        return Optional.of(new UsualRange(vital, percentile(means, LOW), percentile(means, HIGH), means.length));
    }

    /** One for each vital: of the method that measured it most often, so that no two kinds of measuring are mixed. */
    static List<UsualRange> ofAll(List<TrendSeries> series) {
        return series.stream()
                .map(TrendSeries::vital)
                .distinct()
                .map(vital -> series.stream()
                        .filter(each -> each.vital() == vital)
                        .max((a, b) ->
                                Integer.compare(a.buckets().size(), b.buckets().size()))
                        .orElseThrow())
                .flatMap(most -> of(most).stream())
                .toList();
    }

    /** Between the two nearest ranks, by how near each is. */
    private static double percentile(double[] sorted, double fraction) {
        double rank = fraction * (sorted.length - 1);
        int below = (int) Math.floor(rank);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (rank - below) * (sorted[above] - sorted[below]);
    }
}
