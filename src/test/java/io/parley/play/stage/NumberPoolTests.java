package io.parley.play.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.profile.Profiles;
import io.parley.target.Target;
import io.parley.target.Targets;
import java.net.InetSocketAddress;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.testng.annotations.Test;

/** Cases that need several numbers at once. */
public class NumberPoolTests {

  @Test
  public void allLeasesOfACaseAreTakenAtOnceSoThatNobodyWaitsForEver() throws Exception {
    NumberPool pool = pool();
    ExecutorService workers = Executors.newFixedThreadPool(4);
    try {
      List<Future<?>> all =
          java.util.stream.IntStream.range(0, 200)
              .<Future<?>>mapToObj(i -> workers.submit(() -> use(pool, 40)))
              .toList();
      for (Future<?> one : all) {
        one.get(20, TimeUnit.SECONDS);
      }
    } finally {
      workers.shutdownNow();
    }
    assertThat(distinct(pool.take(100, false))).hasSize(100);
  }

  @Test
  public void aCaseThatNeedsMoreThanThereAreIsNotPlayed() {
    assertThat(pool().objection(1, true).orElse("")).startsWith("needs a trunk of two servers");
    assertThat(pool().objection(100, false)).isEmpty();
    assertThat(pool().objection(101, false))
        .contains(
            "needs 101 numbers on one side at once, and the correlation of the target has a pool of"
                + " 100");
  }

  private static Void use(NumberPool pool, int many) throws InterruptedException {
    List<NumberPool.Lease> leases = pool.take(many, false);
    assertThat(distinct(leases)).hasSize(many);
    pool.giveBack(leases);
    return null;
  }

  private static Set<String> distinct(List<NumberPool.Lease> leases) {
    Set<String> out = new HashSet<>();
    leases.forEach(l -> out.add(l.called()));
    return out;
  }

  private static NumberPool pool() {
    try (Target target =
        new Targets(Profiles.shipped())
            .open("embedded")
            .start(new InetSocketAddress("127.0.2.1", 5060))) {
      return new NumberPool(target, List.of());
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
