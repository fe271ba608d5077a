package org.wardlight.app.demo;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Waits for what is on its way when a run has ended. A busy machine may have much on its way, so it gives up by the
 * time since something last arrived, not by the time that all of it takes.
 *
 * @param patience since something last arrived
 * @param checkEvery from one look to the next
 */
record Settling(Duration patience, Duration checkEvery) {

    /**
     * Waits until as many have arrived as there are, or until nothing arrives any more.
     *
     * @param all how many there are, which may grow; asked after {@code arrived}
     * @param hurried whether there is no time to wait any longer
     * @return what has arrived then
     */
    long await(LongSupplier arrived, LongSupplier all, BooleanSupplier hurried) throws InterruptedException {
        long lastArrival = System.nanoTime();
        long known = arrived.getAsLong();
        while (known != all.getAsLong()
                && System.nanoTime() - lastArrival <= patience.toNanos()
                && !hurried.getAsBoolean()) {
            TimeUnit.NANOSECONDS.sleep(checkEvery.toNanos());
            long now = arrived.getAsLong();
            lastArrival = now > known ? System.nanoTime() : lastArrival;
            known = now;
        }
        return known;
    }
}
