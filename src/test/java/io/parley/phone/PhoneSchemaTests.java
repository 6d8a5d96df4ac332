package io.parley.phone;

import io.parley.yaml.SchemaRules;

public class PhoneSchemaTests extends SchemaRules {
  public PhoneSchemaTests() {
    super("phone", DataSheet.class, "scenarios/phones");
  }
}
