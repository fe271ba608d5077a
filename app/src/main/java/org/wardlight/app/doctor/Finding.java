package org.wardlight.app.doctor;

/**
 * What one check found.
 *
 * @param check what was looked at
 * @param good whether it is as it must be
 * @param detail what is there
 * @param fix what to do when it is not good; empty when it is
 */
record Finding(String check, boolean good, String detail, String fix) {

    static Finding good(String check, String detail) {
        return new Finding(check, true, detail, "");
    }

    static Finding bad(String check, String detail, String fix) {
        return new Finding(check, false, detail, fix);
    }
}
