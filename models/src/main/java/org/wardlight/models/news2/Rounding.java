package org.wardlight.models.news2;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Turns measured numbers into the whole numbers that a chart is read with, half up. It rounds the decimal number a person
 * would read: 38.05 becomes 381 tenths, though the nearest double times ten lies below 380.5.
 */
public final class Rounding {

    private Rounding() {}

    /**
     * The nearest whole number.
     *
     * @throws NumberFormatException when the value is not finite
     */
    public static int toInt(double value) {
        return rounded(BigDecimal.valueOf(value));
    }

    /**
     * The nearest number of tenths, for temperatures: 36.84 is 368.
     *
     * @throws NumberFormatException when the value is not finite
     */
    public static int toTenths(double value) {
        return rounded(BigDecimal.valueOf(value).movePointRight(1));
    }

    private static int rounded(BigDecimal decimal) {
        return decimal.setScale(0, RoundingMode.HALF_UP).intValueExact();
    }
}
