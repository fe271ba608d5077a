/**
 * What several devices say together about one patient, evaluated on a grid of the ingest clock. {@link
 * org.wardlight.stream.patient.PatientChart} is the pure logic, {@link org.wardlight.stream.patient.PatientFunction} the Flink
 * operator around it.
 */
@NullMarked
package org.wardlight.stream.patient;

import org.jspecify.annotations.NullMarked;
