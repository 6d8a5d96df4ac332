package io.parley.target;

import io.parley.yaml.SchemaRules;

public class TargetSchemaTests extends SchemaRules {
  public TargetSchemaTests() {
    super("target", TargetFile.class, "scenarios/targets");
  }
}
