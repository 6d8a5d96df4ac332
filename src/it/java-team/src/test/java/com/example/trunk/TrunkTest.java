package com.example.trunk;

import io.parley.run.ScenarioTest;
import io.parley.run.Scenarios;

/** Our own scenarios. {@code -Dscenarios=src/test/failing} plays the one that fails on purpose. */
public class TrunkTest extends ScenarioTest {
  @Override
  protected Scenarios scenarios() {
    return Scenarios.in(System.getProperty("scenarios", "src/test/scenarios"))
        .profiles("zoom-byoc", "sipconnect");
  }
}
