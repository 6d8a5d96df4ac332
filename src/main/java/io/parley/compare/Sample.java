package io.parley.compare;

import java.util.Arrays;
import java.util.Locale;

/**
 * Response times of one case in two runs, in milliseconds.
 *
 * @param what which response
 * @param before in the first run
 * @param after in the second run
 */
record Sample(String what, double[] before, double[] after) {

  /** The probability that no change made them lie so far apart. */
  double p() {
    return RankSum.p(before, after);
  }

  /** The median of all differences between a value after and one before (Hodges and Lehmann). */
  double shift() {
    double[] out = new double[before.length * after.length];
    int at = 0;
    for (double a : after) {
      for (double b : before) {
        out[at++] = a - b;
      }
    }
    return quantile(out, 0.5);
  }

  /** How far the values of one run lie apart: the larger interquartile range. */
  double noise() {
    return Math.max(spread(before), spread(after));
  }

  private static double spread(double[] values) {
    return quantile(values, 0.75) - quantile(values, 0.25);
  }

  private static double quantile(double[] values, double share) {
    if (values.length == 0) {
      return 0;
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double place = share * (sorted.length - 1);
    int low = (int) place;
    int high = Math.min(low + 1, sorted.length - 1);
    return sorted[low] + (place - low) * (sorted[high] - sorted[low]);
  }

  /** {@code 12 ms (8 to 15 ms in 10 plays)}. */
  static String words(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return String.format(
        Locale.ROOT,
        "%.0f ms (%.0f to %.0f ms in %d plays)",
        quantile(values, 0.5),
        sorted[0],
        sorted[sorted.length - 1],
        sorted.length);
  }
}
