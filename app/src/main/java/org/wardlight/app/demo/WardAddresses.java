package org.wardlight.app.demo;

import java.net.URI;
import org.wardlight.station.plan.WardPlan;

/**
 * Where the parts of an embedded ward are.
 *
 * @param kafka bootstrap servers
 * @param mqtt address of the broker
 * @param board base address of the station
 * @param password one-time password of the staff, for this run
 * @param plan who lies where
 */
public record WardAddresses(String kafka, URI mqtt, URI board, String password, WardPlan plan) {}
