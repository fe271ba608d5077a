package org.wardlight.stream.device;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * A ward on which devices are put on, taken off and swapped at random, while some of them lose their connection and deliver
 * later what they measured meanwhile. It knows who really wore which device when.
 */
final class RandomWard {

    private static final int DEVICES = 10;
    private static final long START = 1_800_000_000_000L;
    private static final int LONGEST_STEP_MILLIS = 5 * 60_000;
    private static final int LATEST_REGISTRATION_MILLIS = 40 * 60_000;

    // What became of every measurement, by its value, which is its number.
    final Map<Long, String> trueWearer = new HashMap<>();

    final Map<Long, String> givenTo = new HashMap<>();
    final Set<Long> quarantined = new HashSet<>();
    final List<String> wrong = new ArrayList<>();
    int moves;
    int backfilled;
    int released;

    private final Random random;
    private final List<RandomDevice> devices = new ArrayList<>();
    private final List<String> patients = new ArrayList<>();
    private long now = START;
    private int admitted;

    RandomWard(long seed) {
        random = new Random(seed);
        for (int i = 0; i < DEVICES; i++) {
            devices.add(new RandomDevice(this, random, "dev-" + i));
            patients.add(newcomer());
        }
    }

    /** One thing happens, and every device may measure and deliver. */
    void step() {
        now += 1 + random.nextInt(LONGEST_STEP_MILLIS);
        switch (random.nextInt(10)) {
            case 0, 1 -> swap();
            case 2 -> transfer();
            case 3 -> discharge();
            case 4, 5 -> putOn();
            case 6 -> wear(any(devices), "");
            case 7, 8 -> any(devices).changeConnection();
            default -> {}
        }
        devices.forEach(RandomDevice::turn);
    }

    /** Everything is delivered and registered, and every wait is over. */
    void finish() {
        devices.forEach(RandomDevice::finish);
    }

    /** Time within the ward; no two things happen in the same millisecond. */
    long next() {
        return ++now;
    }

    void measured(long number, String wearer) {
        trueWearer.put(number, wearer);
    }

    void given(long number, String patient) {
        String before = givenTo.put(number, patient);
        if (before != null) {
            wrong.add(number + " was given twice");
        }
        if (!patient.equals(trueWearer.get(number))) {
            wrong.add(number + " of " + trueWearer.get(number) + " was given to " + patient);
        }
    }

    private void swap() {
        RandomDevice one = any(devices);
        RandomDevice other = any(devices);
        String wearer = one.wearer();
        wear(one, other.wearer());
        wear(other, wearer);
    }

    /** To another bed, with all devices: the register tells them anew, and nothing changes. */
    private void transfer() {
        String patient = any(patients);
        moves++;
        devices.stream().filter(device -> device.wearer().equals(patient)).forEach(RandomDevice::register);
    }

    private void discharge() {
        int bed = random.nextInt(patients.size());
        String patient = patients.get(bed);
        devices.stream().filter(device -> device.wearer().equals(patient)).forEach(device -> wear(device, ""));
        patients.set(bed, newcomer());
    }

    /** Often somebody is connected first and registered later, up to long after the hold is over. */
    private void putOn() {
        RandomDevice device = any(devices);
        if (device.wearer().isEmpty()) {
            moves++;
            device.wear(any(patients), random.nextBoolean() ? 0 : random.nextInt(LATEST_REGISTRATION_MILLIS));
        }
    }

    private void wear(RandomDevice device, String patient) {
        moves++;
        device.wear(patient, 0);
    }

    private String newcomer() {
        return "p-" + ++admitted;
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
