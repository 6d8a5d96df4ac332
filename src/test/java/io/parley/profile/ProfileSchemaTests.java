package io.parley.profile;

import io.parley.yaml.SchemaRules;

public class ProfileSchemaTests extends SchemaRules {
  public ProfileSchemaTests() {
    super("profile", ProfileFile.class, "scenarios/profiles");
  }
}
