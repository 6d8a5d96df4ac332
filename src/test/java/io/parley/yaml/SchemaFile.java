package io.parley.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** A committed schema and what it must be; {@code -Dschema.update} writes it. */
public final class SchemaFile {
  private static final Path FOLDER = Path.of("scenarios/schema");
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
  private static final YAMLMapper YAML = new YAMLMapper();

  private final String name;
  private final ObjectNode generated;

  /** The schema {@code scenarios/schema/<name>.schema.json}. */
  public SchemaFile(String name, ObjectNode generated) {
    this.name = name;
    this.generated = generated;
  }

  /** Fails when the committed schema is not the generated one. */
  public void assertCommitted() {
    Path file = FOLDER.resolve(name + ".schema.json");
    String text = JSON.writeValueAsString(generated) + "\n";
    try {
      if (System.getProperty("schema.update") != null) {
        Files.writeString(file, text);
      }
      assertThat(Files.readString(file)).as("-Dschema.update writes it").isEqualTo(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Fails when a key has no description. */
  public void assertDescribed() {
    List<String> silent =
        generated.findParents("properties").stream()
            .flatMap(parent -> parent.get("properties").properties().stream())
            .filter(property -> !property.getValue().has("description"))
            .map(property -> property.getKey())
            .toList();
    assertThat(silent).isEmpty();
  }

  /** What an independent validator has against a YAML file. */
  public List<Error> errors(Path yaml) {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(generated);
    return schema.validate(YAML.readTree(yaml.toFile()));
  }

  /** All YAML files in a folder and below, each as a test's only argument. */
  public static Iterator<Object[]> files(Path folder, String... without) {
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
