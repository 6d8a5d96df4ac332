package io.parley.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.diagnosis.ReleaseCause.About;
import io.parley.diagnosis.ReleaseCause.By;
import io.parley.diagnosis.ReleaseCause.Mapped;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.testng.annotations.Test;

public class ReleaseCauseTests {
  /** RFC 3398 §7.2.4.1, without 16, which becomes BYE or CANCEL. */
  private static final String TO_SIP =
      "1=404 2=404 3=404 17=486 18=408 19=480 20=480 21=403 22=410 23=410 26=404 27=502 28=484"
          + " 29=501 31=480 34=503 38=503 41=503 42=503 47=503 55=403 57=403 58=503 65=488 70=488"
          + " 79=501 87=403 88=503 102=504 111=500 127=500";

  /** RFC 3398 §8.2.6.1, without 487 (no mapping), 488 and 606 (by Warning). */
  private static final String FROM_SIP =
      "400=41 401=21 402=21 403=21 404=1 405=63 406=79 407=21 408=102 410=22 413=127 414=127"
          + " 415=79 416=127 420=127 421=127 423=127 480=18 481=41 482=25 483=25 484=28 485=1"
          + " 486=17 500=41 501=79 502=38 503=41 504=102 505=127 513=127 600=17 603=21 604=1";

  @Test
  public void theTablesOfRfc3398AreWhole() {
    assertThat(mapped(ReleaseCause::becomes, false)).isEqualTo(TO_SIP);
    assertThat(mapped(ReleaseCause::madeOf, true)).isEqualTo(FROM_SIP);
  }

  private static String mapped(Function<ReleaseCause, List<Mapped>> which, boolean byStatus) {
    TreeMap<Integer, Integer> out = new TreeMap<>();
    for (ReleaseCause c : ReleaseCause.all()) {
      for (Mapped m : which.apply(c)) {
        if (m.source().contains("3398")) {
          Integer other =
              byStatus ? out.put(m.status(), c.number()) : out.put(c.number(), m.status());
          assertThat(other).as("mapped once").isNull();
        }
      }
    }
    return out.entrySet().stream()
        .map(e -> e.getKey() + "=" + e.getValue())
        .collect(Collectors.joining(" "));
  }

  @Test
  public void eachIsThereOnceAndToldWhole() {
    assertThat(ReleaseCause.all()).extracting(ReleaseCause::number).doesNotHaveDuplicates();
    assertThat(ReleaseCause.all())
        .allMatch(c -> !c.cause().isBlank() && !c.next().isBlank() && !c.owner().isBlank())
        .allMatch(c -> (c.by() == By.Q850) == (c.number() <= ReleaseCause.LARGEST));
  }

  @Test
  public void oneThatIsNotKnownHasTheLastOfItsClass() {
    for (int n = 1; n <= ReleaseCause.LARGEST; n++) {
      int last = ReleaseCause.ofClass(n).number();
      assertThat(last).as("%d", n).isBetween(n < 16 ? 31 : n, n < 16 ? 31 : n + 15);
    }
  }

  @Test
  public void statusesSpeakOfWhatTheirCausesSpeakOf() {
    assertThat(ReleaseCause.about(486)).containsExactly(About.BUSY);
    assertThat(ReleaseCause.about(503)).containsExactly(About.CAPACITY, About.SERVICE);
    assertThat(ReleaseCause.about(487)).isEmpty();
    assertThat(Arrays.asList(About.values())).allMatch(a -> !a.words().isBlank());
  }
}
