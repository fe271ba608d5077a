/**
 * What happened to a patient before, for the charts and for export. In come a request as a browser writes it and a
 * {@link org.wardlight.trends.reading.TrendReader}; out go buckets, score runs, alarm marks and the patient's usual ranges.
 * Nothing is filled in: where nothing was measured there is no point. Read {@link
 * org.wardlight.station.trends.PatientTrends} first.
 */
@NullMarked
package org.wardlight.station.trends;

import org.jspecify.annotations.NullMarked;
