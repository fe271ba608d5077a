package org.wardlight.models.evaluation;

/**
 * Whether probabilities are right: outcomes regressed on the logit of what was predicted (Cox, Biometrika 1958;45:562-565).
 * A slope of 1 and an intercept of 0 are perfect; a slope below 1 says that predictions are too extreme.
 *
 * @param intercept of the regression, in logits
 * @param slope of the regression
 */
public record Calibration(double intercept, double slope) {

    private static final int MOST_STEPS = 50;
    private static final double ENOUGH = 1e-10;
    /** Probabilities of 0 and 1 have no logit. */
    private static final double CLOSEST = 1e-7;

    /** By Newton's method; NaN when all outcomes are alike. */
    public static Calibration of(double[] probabilities, boolean[] happened) {
        double[] logits = new double[probabilities.length];
        for (int i = 0; i < logits.length; i++) {
            double p = Math.min(1 - CLOSEST, Math.max(CLOSEST, probabilities[i]));
            logits[i] = Math.log(p / (1 - p));
        }
        Calibration fit = new Calibration(0, 1);
        for (int step = 0; step < MOST_STEPS; step++) {
            Calibration next = fit.step(logits, happened);
            double moved = Math.abs(next.intercept - fit.intercept) + Math.abs(next.slope - fit.slope);
            fit = next;
            if (!(moved > ENOUGH)) {
                break;
            }
        }
        return fit;
    }

    private Calibration step(double[] logits, boolean[] happened) {
        double gradient0 = 0;
        double gradient1 = 0;
        double h00 = 0;
        double h01 = 0;
        double h11 = 0;
        for (int i = 0; i < logits.length; i++) {
            double p = 1 / (1 + Math.exp(-(intercept + slope * logits[i])));
            double residual = (happened[i] ? 1 : 0) - p;
            double weight = p * (1 - p);
            gradient0 += residual;
            gradient1 += residual * logits[i];
            h00 += weight;
            h01 += weight * logits[i];
            h11 += weight * logits[i] * logits[i];
        }
        double determinant = h00 * h11 - h01 * h01;
        return new Calibration(
                intercept + (h11 * gradient0 - h01 * gradient1) / determinant,
                slope + (h00 * gradient1 - h01 * gradient0) / determinant);
    }
}
