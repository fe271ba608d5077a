/**
 * Patients that breathe and devices that fail, over real MQTT. Enters: which devices lie in which bed, a scenario and a
 * seed. Leaves: one PUBLISH per device and due second, a ledger of what the broker acknowledged, and the ground truth of
 * what has to be noticed. The same seed and start instant give the same bytes.
 *
 * <p>Instead of a scenario, the devices can play a {@code recording} of real patients; then there is no ground truth.
 *
 * <p>The way of a reading: {@code physiology} (a body) is changed by a {@code scenario} (illness, failing device), sampled
 * by a {@code device}, put in order by a {@code timeline}, written by {@code payload}, played on the ward clock by
 * {@code playback} and delivered by {@code connection}. Everything before {@code playback} is pure and needs no network.
 * Read {@link org.wardlight.simulators.SimulatorApp} first.
 */
@NullMarked
package org.wardlight.simulators;

import org.jspecify.annotations.NullMarked;
