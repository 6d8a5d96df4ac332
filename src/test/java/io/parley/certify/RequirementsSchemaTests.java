package io.parley.certify;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.yaml.Readers;
import io.parley.yaml.SchemaFile;
import io.parley.yaml.SchemaWriter;
import java.nio.file.Path;
import org.testng.annotations.Test;

/** The schema that editors use for requirements says what the binder reads. */
public class RequirementsSchemaTests {
  private static final SchemaFile SCHEMA =
      new SchemaFile("requirements", new SchemaWriter(Readers.NONE).write(AskedFile.class));

  @Test
  public void theCommittedSchemaIsTheGeneratedOne() {
    SCHEMA.assertCommitted();
  }

  @Test
  public void everyKeyIsDescribed() {
    SCHEMA.assertDescribed();
  }

  @Test
  public void theShippedFileIsValid() {
    assertThat(SCHEMA.errors(Path.of("scenarios/certify/requirements/phone.yaml"))).isEmpty();
  }
}
