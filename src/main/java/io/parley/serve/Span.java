package io.parley.serve;

import io.parley.profile.KeepAlive;
import java.time.Duration;
import java.util.Locale;

/** Times and sources as they are told. */
public final class Span {
  private static final long MINUTE = 60;

  private Span() {}

  /** {@code 40 s}, {@code 5 min}, {@code 5 min 10 s}; parts of a second are left out. */
  public static String text(Duration time) {
    long seconds = time.toSeconds();
    String minutes = seconds < MINUTE ? "" : seconds / MINUTE + " min";
    boolean round = seconds >= MINUTE && seconds % MINUTE == 0;
    return round ? minutes : (minutes + " " + seconds % MINUTE + " s").strip();
  }

  /** {@code documented: Microsoft Teams: …}. */
  public static String source(KeepAlive limit) {
    return limit.evidence().name().toLowerCase(Locale.ROOT) + ": " + limit.source();
  }
}
