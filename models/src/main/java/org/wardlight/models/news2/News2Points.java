package org.wardlight.models.news2;

import org.wardlight.events.v1.Code;

/**
 * The chart of the score: points of each known value. Whole numbers only, so that no edge depends on how a fraction is
 * stored. Source: Royal College of Physicians, NEWS2, 2017, chart 1.
 */
final class News2Points {

    private News2Points() {}

    /** Respiratory rate, /min. */
    static int respiratoryRate(int perMinute) {
        if (perMinute <= 8) {
            return 3;
        }
        if (perMinute <= 11) {
            return 1;
        }
        if (perMinute <= 20) {
            return 0;
        }
        return perMinute <= 24 ? 2 : 3;
    }

    /** Oxygen saturation, %, usual target. */
    static int spo2Scale1(int percent) {
        if (percent <= 91) {
            return 3;
        }
        if (percent <= 93) {
            return 2;
        }
        return percent <= 95 ? 1 : 0;
    }

    /** Oxygen saturation, %, target 88 to 92: too much counts as well, but only on oxygen. */
    static int spo2Scale2(int percent, Oxygen oxygen) {
        if (percent <= 83) {
            return 3;
        }
        if (percent <= 85) {
            return 2;
        }
        if (percent <= 87) {
            return 1;
        }
        if (percent <= 92 || oxygen == Oxygen.AIR) {
            return 0;
        }
        if (percent <= 94) {
            return 1;
        }
        return percent <= 96 ? 2 : 3;
    }

    static int oxygen(Oxygen oxygen) {
        return oxygen == Oxygen.AIR ? 0 : 2;
    }

    /** Systolic pressure, mm[Hg]. */
    static int systolicPressure(int mmHg) {
        if (mmHg <= 90) {
            return 3;
        }
        if (mmHg <= 100) {
            return 2;
        }
        if (mmHg <= 110) {
            return 1;
        }
        return mmHg <= 219 ? 0 : 3;
    }

    /** Pulse, /min. */
    static int pulse(int perMinute) {
        if (perMinute <= 40) {
            return 3;
        }
        if (perMinute <= 50) {
            return 1;
        }
        if (perMinute <= 90) {
            return 0;
        }
        if (perMinute <= 110) {
            return 1;
        }
        return perMinute <= 130 ? 2 : 3;
    }

    /** Alert, new confusion, voice, pain, unresponsive: all but alert are 3. */
    static int consciousness(Code level) {
        return level == Code.ALERT ? 0 : 3;
    }

    /** Temperature, tenths of a degree Celsius. */
    static int temperature(int tenths) {
        if (tenths <= 350) {
            return 3;
        }
        if (tenths <= 360) {
            return 1;
        }
        if (tenths <= 380) {
            return 0;
        }
        return tenths <= 390 ? 1 : 2;
    }
}
