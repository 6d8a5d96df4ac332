package io.parley.certify;

import io.parley.yaml.SchemaRules;

public class RequirementsSchemaTests extends SchemaRules {
  public RequirementsSchemaTests() {
    super("requirements", AskedFile.class, "scenarios/certify/requirements");
  }
}
