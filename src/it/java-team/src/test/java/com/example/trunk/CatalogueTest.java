package com.example.trunk;

import io.parley.run.ScenarioTest;
import io.parley.run.Scenarios;

/** The scenarios that come with Parley about calls that are refused by those who are called. */
public class CatalogueTest extends ScenarioTest {
  @Override
  protected Scenarios scenarios() {
    return Scenarios.in().tags("phone", "hold").profiles("zoom-byoc");
  }
}
