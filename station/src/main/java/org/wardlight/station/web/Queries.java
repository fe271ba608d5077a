package org.wardlight.station.web;

import io.javalin.http.Context;

/** Reads numbers of an address. */
final class Queries {

    private Queries() {}

    static int number(Context ctx, String key, int otherwise, int most) {
        long number = time(ctx, key, otherwise);
        if (number < 1 || number > most) {
            throw Problem.invalid(key + " is a whole number from 1 to " + most + ".");
        }
        return (int) number;
    }

    static long time(Context ctx, String key, long otherwise) {
        String text = ctx.queryParam(key);
        if (text == null) {
            return otherwise;
        }
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw Problem.invalid(key + " is a whole number.");
        }
    }
}
