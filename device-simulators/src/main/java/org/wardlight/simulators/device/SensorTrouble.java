package org.wardlight.simulators.device;

/** What keeps the sensors of a device from seeing the patient as he is. */
public enum SensorTrouble {

    /** Nothing does. */
    NONE,

    /** The oximeter's probe has fallen off. */
    PROBE_OFF,

    /** The patient moves so much that what is measured is partly the movement. */
    MOTION
}
