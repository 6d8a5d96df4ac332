package io.parley.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.testng.annotations.Test;

/** When we were late, put together from what single wake-ups say. */
public class StallsTests {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final Stalls stalls = new Stalls();

  @Test
  public void shortDelaysSayNothing() {
    Stalls short1 = new Stalls();
    short1.note(at(0), at(49));
    short1.note(at(100), at(90)); // woken early
    assertThat(short1.longest(at(0), at(200))).isZero();
    assertThat(short1.lost(at(0), at(200))).isZero();
  }

  @Test
  public void whatOverlapsIsLostOnce() {
    Stalls two = new Stalls();
    two.note(at(0), at(300));
    two.note(at(200), at(700));
    two.note(at(2000), at(2100));
    assertThat(two.longest(at(0), at(3000))).isEqualTo(Duration.ofMillis(500));
    assertThat(two.lost(at(0), at(3000))).isEqualTo(Duration.ofMillis(800));
  }

  @Test
  public void aSpanThatGrowsIsOne() {
    Stalls grown = new Stalls();
    grown.note(at(0), at(300));
    grown.note(at(0), at(400));
    grown.note(at(100), at(200));
    assertThat(grown.longest(at(0), at(3000))).hasMillis(400);
    assertThat(grown.lost(at(0), at(3000))).hasMillis(400);
  }

  @Test
  public void onlyWhatTouchesTheTimeCounts() {
    Stalls far = new Stalls();
    far.note(at(0), at(500));
    far.note(at(1000), at(1600));
    assertThat(far.longest(at(501), at(999))).isZero();
    assertThat(far.longest(at(1500), at(3000))).as("whole length").hasMillis(600);
    assertThat(far.lost(at(1500), at(3000))).as("the part of it").hasMillis(100);
  }

  @Test
  public void whoeverIsLateAllTheTimeForgetsTheOldest() {
    for (int i = 0; i < 10_000; i++) {
      stalls.note(at(i * 200), at(i * 200 + 100));
    }
    assertThat(stalls.longest(at(0), at(1000))).isZero();
    assertThat(stalls.lost(at(1_999_000), at(2_000_000))).hasMillis(500);
  }

  private static Instant at(long millis) {
    return START.plusMillis(millis);
  }
}
