package io.parley.run;

/**
 * One test of a {@link ScenarioTest}: a case that is due, or what keeps the scenarios from being
 * played.
 */
public final class ScenarioCase {
  private final String name;
  private final Runnable play;

  /**
   * A test.
   *
   * @param name what it is called in reports
   * @param play plays it; throws where it did not pass
   */
  ScenarioCase(String name, Runnable play) {
    this.name = name;
    this.play = play;
  }

  /** Plays it, and throws what TestNG understands where it did not pass. */
  void play() {
    play.run();
  }

  /** The identity of the case: {@code srtp-demanded[codec=PCMU]@zoom-byoc}. */
  @Override
  public String toString() {
    return name;
  }
}
