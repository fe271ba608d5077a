package org.wardlight.ingest.register;

import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.wardlight.ingest.clock.ClockedLog;

/**
 * What a loop stands on.
 *
 * @param consumers where to read
 * @param log where to write
 * @param logAnswers whether writing makes sense now
 */
public record Lines(Supplier<Consumer<String, byte[]>> consumers, ClockedLog log, BooleanSupplier logAnswers) {}
