package io.parley.compare;

import java.util.Arrays;

/**
 * The rank-sum test of Wilcoxon, Mann and Whitney: how likely two samples lie apart as far as they
 * do, or farther, if both come from one distribution. It asks nothing of the distribution, which
 * response times need: they have a long tail. Ties share their ranks, and the distribution of the
 * rank sum is that of these very ranks: counted out for small samples, else normal.
 */
final class RankSum {
  /** Up to so many values in all, the distribution is counted out. */
  private static final int EXACT = 60;

  private RankSum() {}

  /** The two-sided probability, over 0 and up to 1; 1 where a sample is empty. */
  static double p(double[] a, double[] b) {
    if (a.length == 0 || b.length == 0) {
      return 1;
    }
    int[] ranks = doubledRanks(a, b);
    int observed = Arrays.stream(ranks, 0, a.length).sum();
    return ranks.length <= EXACT
        ? exact(ranks, a.length, observed)
        : normal(ranks, a.length, observed);
  }

  /** The least probability that samples of these sizes can have: all of one below the other. */
  static double least(int a, int b) {
    double ways = 1;
    for (int i = 1; i <= a; i++) {
      ways = ways * (b + i) / i;
    }
    return Math.min(1, 2 / ways);
  }

  /**
   * Twice the rank of each value of a, then of b, among both; twice, so that half ranks are whole.
   */
  private static int[] doubledRanks(double[] a, double[] b) {
    double[] all = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, all, a.length, b.length);
    double[] sorted = all.clone();
    Arrays.sort(sorted);
    int[] out = new int[all.length];
    for (int i = 0; i < all.length; i++) {
      int first = lower(sorted, all[i]);
      int last = first;
      while (last + 1 < sorted.length && sorted[last + 1] == all[i]) {
        last++;
      }
      out[i] = first + last + 2;
    }
    return out;
  }

  private static int lower(double[] sorted, double value) {
    int at = Arrays.binarySearch(sorted, value);
    while (at > 0 && sorted[at - 1] == value) {
      at--;
    }
    return at;
  }

  /** Counts the choices of n ranks by their sum. */
  private static double exact(int[] ranks, int n, int observed) {
    int total = Arrays.stream(ranks).sum();
    double[][] ways = new double[n + 1][total + 1];
    ways[0][0] = 1;
    for (int rank : ranks) {
      for (int k = n; k > 0; k--) {
        for (int sum = total; sum >= rank; sum--) {
          ways[k][sum] += ways[k - 1][sum - rank];
        }
      }
    }
    double mean = (double) total * n / ranks.length;
    double far = 0;
    double all = 0;
    for (int sum = 0; sum <= total; sum++) {
      all += ways[n][sum];
      far += Math.abs(sum - mean) >= Math.abs(observed - mean) - 1e-9 ? ways[n][sum] : 0;
    }
    return far / all;
  }

  /** With correction for ties, since the variance is that of the ranks as they are. */
  private static double normal(int[] ranks, int n, int observed) {
    int size = ranks.length;
    double mean = Arrays.stream(ranks).average().orElse(0);
    double spread = Arrays.stream(ranks).mapToDouble(r -> (r - mean) * (r - mean)).sum();
    double variance = (double) n * (size - n) / size * spread / (size - 1);
    if (variance == 0) {
      return 1;
    }
    double z = Math.max(0, Math.abs(observed - n * mean) - 1) / Math.sqrt(variance);
    return Math.min(1, 2 * tail(z));
  }

  /**
   * The upper tail of the normal distribution (Abramowitz and Stegun 26.2.17, error under 1e-7).
   */
  private static double tail(double z) {
    double t = 1 / (1 + 0.2316419 * z);
    double poly =
        t
            * (0.319381530
                + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
    return Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI) * poly;
  }
}
