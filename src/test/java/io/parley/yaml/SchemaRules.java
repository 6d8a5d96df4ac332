package io.parley.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Iterator;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** The schema that editors use for a sort of file says what the binder reads. */
public abstract class SchemaRules {
  private final SchemaFile schema;
  private final Path folder;

  /**
   * The rules of one schema.
   *
   * @param name what the schema is called
   * @param type the record that such a file is bound to
   * @param folder where the shipped files are
   */
  protected SchemaRules(String name, Class<?> type, String folder) {
    this.schema = new SchemaFile(name, new SchemaWriter(Readers.NONE).write(type));
    this.folder = Path.of(folder);
  }

  @Test
  public void theCommittedSchemaIsTheGeneratedOne() {
    schema.assertCommitted();
  }

  @Test
  public void everyKeyIsDescribed() {
    schema.assertDescribed();
  }

  @DataProvider
  public Iterator<Object[]> shipped() {
    return SchemaFile.files(folder);
  }

  @Test(dataProvider = "shipped")
  public void shippedFilesAreValid(Path file) {
    assertThat(schema.errors(file)).isEmpty();
  }
}
