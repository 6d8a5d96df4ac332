package io.parley.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.scenario.offer.Bases;
import io.parley.scenario.offer.OfferKeys;
import io.parley.scenario.surface.Language;
import io.parley.scenario.surface.ScenarioFile;
import io.parley.yaml.SchemaFile;
import io.parley.yaml.SchemaWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;
import tools.jackson.databind.node.ObjectNode;

/** The schemas that editors use say what the binder reads. */
public class SchemaTests {
  private static final SchemaFile SCENARIO =
      new SchemaFile(
          "scenario", new SchemaWriter(Language.readers(Bases.NONE)).write(ScenarioFile.class));
  private static final SchemaFile OFFER = new SchemaFile("offer", offer());

  /** A base offer file: the keys of an offer and a description. */
  private static ObjectNode offer() {
    ObjectNode schema = new SchemaWriter(Language.readers(Bases.NONE)).write(OfferKeys.class);
    ((ObjectNode) schema.at("/properties"))
        .putObject("description")
        .put("type", "string")
        .put("description", "What the offer is for.");
    return schema;
  }

  @DataProvider
  public Object[][] schemas() {
    return new Object[][] {{SCENARIO}, {OFFER}};
  }

  @Test(dataProvider = "schemas")
  public void theCommittedSchemaIsTheGeneratedOne(SchemaFile schema) {
    schema.assertCommitted();
  }

  @Test(dataProvider = "schemas")
  public void everyKeyIsDescribed(SchemaFile schema) {
    schema.assertDescribed();
  }

  @DataProvider
  public Iterator<Object[]> shipped() {
    return SchemaFile.files(
        Path.of("scenarios"),
        "offers",
        "profiles",
        "schema",
        "targets",
        "phones",
        "requirements",
        "steps");
  }

  @Test(dataProvider = "shipped")
  public void shippedScenariosAreValid(Path file) {
    assertThat(SCENARIO.errors(file)).isEmpty();
  }

  @DataProvider
  public Iterator<Object[]> bases() {
    return SchemaFile.files(Path.of("scenarios/offers"));
  }

  @Test(dataProvider = "bases")
  public void shippedBasesAreValid(Path file) {
    assertThat(OFFER.errors(file)).isEmpty();
  }

  @DataProvider
  public Iterator<Object[]> wrongShapes() {
    return SchemaFile.files(BadInputTests.BAD.resolve("shape"));
  }

  @Test(dataProvider = "wrongShapes")
  public void whatTheBinderRefusesForItsShapeTheSchemaRefusesToo(Path file) {
    assertThat(SCENARIO.errors(file)).isNotEmpty();
  }

  @DataProvider
  public Iterator<Object[]> allShippedFiles() {
    return SchemaFile.files(Path.of("scenarios"), "steps");
  }

  @Test(dataProvider = "allShippedFiles")
  public void theFirstLineNamesASchemaThatIsThere(Path file) throws IOException {
    String first = Files.readAllLines(file).get(0);
    String prefix = "# yaml-language-server: $schema=";
    assertThat(first).startsWith(prefix);
    assertThat(file.resolveSibling(first.substring(prefix.length()))).exists();
  }
}
