package io.parley.run;

/** A second class of the same suite as {@link SampleTrunk}. */
public class SecondTrunk extends ScenarioTest {
  static Scenarios wanted;

  @Override
  protected Scenarios scenarios() {
    return wanted;
  }
}
