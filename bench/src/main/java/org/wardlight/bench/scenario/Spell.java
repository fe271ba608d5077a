package org.wardlight.bench.scenario;

/**
 * A stretch of time in which a value is somewhere else, or something is wrong.
 *
 * @param from first second
 * @param to the second after the last
 * @param level where the value is then; unused for a fault
 */
record Spell(int from, int to, double level) {

    boolean covers(int second) {
        return second >= from && second < to;
    }
}
