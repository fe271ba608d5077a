package org.wardlight.station;

import java.util.Map;
import java.util.function.Supplier;

/**
 * What the station serves for the whole process it runs in.
 *
 * @param prometheusText metrics in the Prometheus text format
 * @param problems part to one sentence; empty when everything is well
 */
public record StationEdge(Supplier<String> prometheusText, Supplier<Map<String, String>> problems) {}
