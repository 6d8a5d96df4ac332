package io.parley.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.parley.yaml.SchemaWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The schemas that editors use are generated from the records and readers that the binder uses;
 * {@code -Dschema.update} writes them.
 */
public class SchemaTests {
  private static final Path FOLDER = Path.of("scenarios/schema");
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
  private static final YAMLMapper YAML = new YAMLMapper();

  private static ObjectNode scenario() {
    return new SchemaWriter(Language.readers(Bases.NONE)).write(ScenarioFile.class);
  }

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
    return new Object[][] {{"scenario", scenario()}, {"offer", offer()}};
  }

  @Test(dataProvider = "schemas")
  public void theCommittedSchemaIsTheGeneratedOne(String name, ObjectNode schema)
      throws IOException {
    Path file = FOLDER.resolve(name + ".schema.json");
    String text = JSON.writeValueAsString(schema) + "\n";
    if (System.getProperty("schema.update") != null) {
      Files.writeString(file, text);
    }
    assertThat(Files.readString(file)).as("-Dschema.update writes it").isEqualTo(text);
  }

  @Test(dataProvider = "schemas")
  public void everyKeyIsDescribed(String name, ObjectNode schema) {
    List<String> silent =
        schema.findParents("properties").stream()
            .flatMap(parent -> parent.get("properties").properties().stream())
            .filter(property -> !property.getValue().has("description"))
            .map(property -> property.getKey())
            .toList();
    assertThat(silent).isEmpty();
  }

  @DataProvider
  public Iterator<Object[]> shipped() {
    return files(Path.of("scenarios"), "offers", "profiles", "schema", "targets", "phones");
  }

  @Test(dataProvider = "shipped")
  public void shippedScenariosAreValid(Path file) {
    assertThat(errors(scenario(), file)).isEmpty();
  }

  @DataProvider
  public Iterator<Object[]> bases() {
    return files(Path.of("scenarios/offers"));
  }

  @Test(dataProvider = "bases")
  public void shippedBasesAreValid(Path file) {
    assertThat(errors(offer(), file)).isEmpty();
  }

  @DataProvider
  public Iterator<Object[]> wrongShapes() {
    return files(BadInputTests.BAD.resolve("shape"));
  }

  @Test(dataProvider = "wrongShapes")
  public void whatTheBinderRefusesForItsShapeTheSchemaRefusesToo(Path file) {
    assertThat(errors(scenario(), file)).isNotEmpty();
  }

  private static List<Error> errors(ObjectNode schema, Path file) {
    Schema compiled =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(schema);
    JsonNode tree = YAML.readTree(file.toFile());
    return compiled.validate(tree);
  }

  private static Iterator<Object[]> files(Path folder, String... without) {
    try (Stream<Path> walk = Files.walk(folder)) {
      List<Object[]> found =
          walk.filter(p -> p.toString().endsWith(".yaml"))
              .filter(p -> !List.of(without).contains(p.getParent().getFileName().toString()))
              .sorted()
              .map(p -> new Object[] {p})
              .toList();
      return found.iterator();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
