package io.parley.run;

/** What a Java team writes; played by {@link ScenarioTestTests}, which says what it wants. */
public class SampleTrunk extends ScenarioTest {
  static Scenarios wanted;

  @Override
  protected Scenarios scenarios() {
    return wanted;
  }
}
