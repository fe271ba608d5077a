package org.wardlight.trends.writing;

/**
 * One row for the store.
 *
 * @param measurement of {@link org.wardlight.trends.schema.TrendSchema}
 * @param patientRef whose it is
 * @param line in line protocol
 * @param origin the record that it was made of
 */
record TrendRow(String measurement, String patientRef, String line, Origin origin) {}
