package org.wardlight.stream.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.wardlight.stream.window.Ward.ANNA;
import static org.wardlight.stream.window.Ward.at;
import static org.wardlight.stream.window.Ward.message;
import static org.wardlight.stream.window.Ward.reading;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wardlight.events.v1.Measurement;
import org.wardlight.events.v1.Vital;
import org.wardlight.events.v1.VitalNumeric;
import org.wardlight.events.v1.VitalWindow;

/** However readings come, the newest record of every part, put together, is the aggregate of all readings. */
class WindowPartsTest {

    private static final Vital[] VITALS = {Vital.HEART_RATE, Vital.SPO2};
    private static final int LENGTH = 900;

    static List<Integer> seeds() {
        return IntStream.range(0, 40).boxed().toList();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void givesEveryReadingToExactlyOnePart(int seed) {
        Random random = new Random(seed);
        List<VitalNumeric> arrivals = arrivals(random);

        List<VitalWindow> written = written(arrivals, random);

        Map<Window, Numbers> expected = new HashMap<>();
        for (VitalNumeric arrival : arrivals) {
            for (Measurement measurement : arrival.getMeasurementsList()) {
                for (int resolution : new int[] {10_000, 60_000}) {
                    Window window = Window.of(measurement, resolution);
                    expected.computeIfAbsent(window, none -> new Numbers())
                            .add(measurement.getValue(), arrival.getLate());
                }
            }
        }
        Map<Window, Numbers> actual = new HashMap<>();
        newestOfEveryPart(written).forEach((part, window) -> actual.computeIfAbsent(part.window, none -> new Numbers())
                .add(window));
        assertThat(actual.keySet()).isEqualTo(expected.keySet());
        expected.forEach(
                (window, numbers) -> actual.getOrDefault(window, new Numbers()).assertSameAs(numbers));
        assertThat(newestOfEveryPart(written)).hasSizeGreaterThan(actual.size());
    }

    @ParameterizedTest
    @ValueSource(ints = {101, 102, 103, 104, 105, 106})
    void writesTheSameRecordsInTheSameOrderWhereverTheWatermarkFalls(int seed) {
        List<VitalNumeric> arrivals = arrivals(new Random(seed));
        List<VitalWindow> atOnce = written(arrivals, new Random(0), 0);

        for (int run = 1; run <= 5; run++) {
            Random random = new Random(seed * 31L + run);
            assertThat(written(arrivals, random)).isEqualTo(atOnce);
        }
    }

    /** Live readings, one that lags, a back-fill of what was missed, and single readings of any age. */
    private static List<VitalNumeric> arrivals(Random random) {
        List<VitalNumeric> arrivals = new ArrayList<>();
        int lost = 100 + random.nextInt(400);
        int found = lost + 30 + random.nextInt(200);
        double speed = 0.3 + random.nextDouble() * 20;
        for (int second = 0; second < LENGTH; second++) {
            boolean buffered = second >= lost && second < found;
            double arrived = buffered ? found + (second - lost) / speed : second + random.nextInt(4) * 0.25;
            arrivals.add(message("mon-07", second + 1, arrived, both(second, random)));
            if (random.nextInt(5) == 0) {
                double lag = random.nextInt(3) == 0 ? random.nextInt(90) : random.nextInt(4);
                arrivals.add(message("wrist-07", second + 1, second + lag, both(second, random)));
            }
            if (random.nextInt(10) == 0) {
                double age = random.nextInt(4) == 0 ? random.nextInt(86_400) : random.nextInt(400);
                arrivals.add(message("patch-07", second + 1, second, both(second - age, random)));
            }
        }
        return arrivals;
    }

    private static Measurement[] both(double second, Random random) {
        double moment = second + random.nextInt(900) / 1000.0;
        return new Measurement[] {
            reading(VITALS[0], moment, 60 + random.nextInt(60)),
            reading(VITALS[1], moment, 80 + random.nextInt(20) + random.nextDouble())
        };
    }

    private static List<VitalWindow> written(List<VitalNumeric> arrivals, Random random) {
        return written(arrivals, random, 0.2 * random.nextDouble());
    }

    /** What arrives between two watermarks arrives in no order; much of it came in the same millisecond. */
    private static List<VitalWindow> written(List<VitalNumeric> arrivals, Random random, double watermarks) {
        List<VitalWindow> written = new ArrayList<>();
        WindowState state = new WindowState();
        PatientWindows windows = new PatientWindows(WindowPolicy.STANDARD, ANNA, state, output -> {
            if (output instanceof WindowOutput.Written window) {
                written.add(window.window());
            }
        });
        List<VitalNumeric> inOrder = new ArrayList<>(arrivals);
        inOrder.sort(Comparator.comparingLong(VitalNumeric::getIngestTimeMs));
        List<VitalNumeric> waiting = new ArrayList<>();
        long watermark = Long.MIN_VALUE;
        for (VitalNumeric arrival : inOrder) {
            if (random.nextDouble() < watermarks && arrival.getIngestTimeMs() - 1 > watermark) {
                hand(waiting, windows, watermark, random);
                watermark = arrival.getIngestTimeMs() - 1;
                windows.advance(watermark);
            }
            waiting.add(arrival);
        }
        hand(waiting, windows, watermark, random);
        assertThat(windows.advance(at(LENGTH * 10))).isTrue();
        return written;
    }

    private static void hand(List<VitalNumeric> waiting, PatientWindows windows, long watermark, Random random) {
        Collections.shuffle(waiting, random);
        waiting.forEach(arrival -> windows.arrive(arrival, watermark));
        waiting.clear();
    }

    /** As a store keeps them: a record of the same identity replaces the one before it, and must say more. */
    private static Map<Part, VitalWindow> newestOfEveryPart(List<VitalWindow> written) {
        Map<Part, VitalWindow> newest = new HashMap<>();
        Set<String> moments = new HashSet<>();
        for (VitalWindow window : written) {
            Part part = new Part(Window.of(window), window.getPart());
            VitalWindow before = newest.put(part, window);
            assertThat(before == null || before.getCount() < window.getCount()).isTrue();
            assertThat(moments.add(part + "@" + window.getDueMs())).isTrue();
        }
        return newest;
    }

    private record Window(Vital vital, int resolution, long start) {
        static Window of(Measurement measurement, int resolution) {
            return new Window(
                    measurement.getVital(), resolution, measurement.getDeviceTimeMs() / resolution * resolution);
        }

        static Window of(VitalWindow window) {
            return new Window(window.getVital(), window.getResolutionMs(), window.getStartMs());
        }
    }

    private record Part(Window window, int part) {}

    /** The naive way, with sums. */
    private static final class Numbers {
        private double min = Double.POSITIVE_INFINITY;
        private double max = Double.NEGATIVE_INFINITY;
        private double sum;
        private double squares;
        private long count;
        private long late;

        void add(double value, boolean cameLate) {
            min = Math.min(min, value);
            max = Math.max(max, value);
            sum += value;
            squares += value * value;
            count++;
            late += cameLate ? 1 : 0;
        }

        void add(VitalWindow window) {
            min = Math.min(min, window.getMin());
            max = Math.max(max, window.getMax());
            sum += window.getMean() * window.getCount();
            squares += (window.getSd() * window.getSd() + window.getMean() * window.getMean()) * window.getCount();
            count += window.getCount();
            late += window.getLate();
        }

        void assertSameAs(Numbers other) {
            assertThat(count).isEqualTo(other.count);
            assertThat(late).isEqualTo(other.late);
            assertThat(min).isEqualTo(other.min);
            assertThat(max).isEqualTo(other.max);
            assertThat(sum / count).isCloseTo(other.sum / other.count, within(1e-9));
            assertThat(squares / count).isCloseTo(other.squares / other.count, within(1e-7));
        }
    }
}
