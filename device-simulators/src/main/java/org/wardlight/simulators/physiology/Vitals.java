package org.wardlight.simulators.physiology;

import org.wardlight.events.v1.Code;

/**
 * What a body does at one moment, before any sensor looks at it.
 *
 * @param heartRate beats/min
 * @param beatScatter how far a single beat strays from that rate, as a share of it: some 0.03 in health
 * @param respiratoryRate breaths/min
 * @param spo2 arterial oxygen saturation, %, at most 100
 * @param systolic arterial pressure, mm[Hg]
 * @param diastolic arterial pressure, mm[Hg]
 * @param bodyTemperature Cel
 * @param skinTemperature Cel
 * @param glucose in the tissue, mg/dL
 * @param activity 0 (still) to 1 (walking about)
 * @param consciousness ACVPU
 */
public record Vitals(
        double heartRate,
        double beatScatter,
        double respiratoryRate,
        double spo2,
        double systolic,
        double diastolic,
        double bodyTemperature,
        double skinTemperature,
        double glucose,
        double activity,
        Code consciousness) {}
