package io.parley.phone;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.yaml.Readers;
import io.parley.yaml.SchemaFile;
import io.parley.yaml.SchemaWriter;
import java.nio.file.Path;
import java.util.Iterator;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** The schema that editors use for phones says what the binder reads. */
public class PhoneSchemaTests {
  private static final SchemaFile SCHEMA =
      new SchemaFile("phone", new SchemaWriter(Readers.NONE).write(DataSheet.class));

  @Test
  public void theCommittedSchemaIsTheGeneratedOne() {
    SCHEMA.assertCommitted();
  }

  @Test
  public void everyKeyIsDescribed() {
    SCHEMA.assertDescribed();
  }

  @DataProvider
  public Iterator<Object[]> shipped() {
    return SchemaFile.files(Path.of("scenarios/phones"));
  }

  @Test(dataProvider = "shipped")
  public void shippedFilesAreValid(Path file) {
    assertThat(SCHEMA.errors(file)).isEmpty();
  }
}
