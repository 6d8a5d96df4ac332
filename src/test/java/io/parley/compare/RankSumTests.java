package io.parley.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.testng.annotations.Test;

/** The rank-sum test against what can be counted by hand, by force, and by simulation. */
public class RankSumTests {

  @Test
  public void samplesThatDoNotTouchHaveTheLeastProbability() {
    // C(10,5) = 252 ways, one at each end.
    assertThat(RankSum.p(of(1, 2, 3, 4, 5), of(6, 7, 8, 9, 10)))
        .isEqualTo(2 / 252.0, within(1e-12));
    assertThat(RankSum.least(5, 5)).isEqualTo(2 / 252.0, within(1e-12));
    assertThat(RankSum.least(4, 4)).isGreaterThan(0.01);
  }

  @Test
  public void nothingIsSaidOfSamplesThatAreAlike() {
    assertThat(RankSum.p(of(1, 2, 3), of(1, 2, 3))).isEqualTo(1);
    assertThat(RankSum.p(of(7, 7, 7, 7), of(7, 7, 7, 7))).isEqualTo(1);
    assertThat(RankSum.p(of(), of(1, 2))).isEqualTo(1);
  }

  @Test
  public void smallSamplesWithTiesAreCountedOut() {
    Random random = new Random(488);
    for (int i = 0; i < 60; i++) {
      double[] a = random.ints(4, 0, 6).asDoubleStream().toArray();
      double[] b = random.ints(5, 0, 6).asDoubleStream().toArray();
      assertThat(RankSum.p(a, b)).isEqualTo(byForce(a, b), within(1e-12));
    }
  }

  @Test
  public void largeSamplesAreNearToCountingOut() {
    Random random = new Random(606);
    double[] a = random.doubles(30).toArray();
    double[] b = random.doubles(30).map(d -> d + 0.2).toArray();
    double[] more = new double[31];
    System.arraycopy(a, 0, more, 0, 30);
    more[30] = 0.5;
    assertThat(RankSum.p(more, b)).isEqualTo(RankSum.p(a, b), within(0.03));
  }

  /** Of samples from one distribution no more than that share is taken for different. */
  @Test
  public void falseAlarmsAreAsRareAsPromised() {
    Random random = new Random(1);
    long alarms =
        IntStream.range(0, 4_000)
            .filter(i -> RankSum.p(longTail(random, 8), longTail(random, 8)) <= 0.01)
            .count();
    assertThat(alarms).isLessThan(60);
  }

  private static double[] longTail(Random random, int n) {
    return random.doubles(n).map(u -> 10 - 20 * Math.log(1 - u)).toArray();
  }

  /** Every way to choose which of all values are those of a. */
  private static double byForce(double[] a, double[] b) {
    double[] all = IntStream.range(0, 9).mapToDouble(i -> i < 4 ? a[i] : b[i - 4]).toArray();
    double mean = 4 * 5 / 2.0;
    double observed = Math.abs(wins(all, 0b000001111) - mean);
    int far = 0;
    int count = 0;
    for (int mask = 0; mask < 512; mask++) {
      if (Integer.bitCount(mask) == 4) {
        count++;
        far += Math.abs(wins(all, mask) - mean) >= observed - 1e-9 ? 1 : 0;
      }
    }
    return (double) far / count;
  }

  /** The statistic of Mann and Whitney: pairs in which the chosen one is larger, ties half. */
  private static double wins(double[] all, int mask) {
    double out = 0;
    for (int i = 0; i < all.length; i++) {
      for (int j = 0; j < all.length; j++) {
        if ((mask >> i & 1) == 1 && (mask >> j & 1) == 0) {
          out += all[i] > all[j] ? 1 : all[i] == all[j] ? 0.5 : 0;
        }
      }
    }
    return out;
  }

  private static double[] of(double... values) {
    return values;
  }
}
