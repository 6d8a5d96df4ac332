package io.parley.diagnosis;

import io.parley.yaml.Binder;
import io.parley.yaml.Problems;
import io.parley.yaml.Yaml;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** A list of records in the jar. */
final class ShippedTable {
  private ShippedTable() {}

  /**
   * Reads one.
   *
   * @param file its place in the jar
   * @param row what each item is
   * @throws IllegalStateException when it is not as it must be, which is our own fault
   */
  static <T> List<T> read(String file, Class<T> row) {
    Problems problems = new Problems();
    Optional<List<T>> rows =
        Yaml.decode(file, bytes(file), problems)
            .flatMap(text -> Yaml.parse(file, text, problems))
            .flatMap(node -> new Binder(problems).bindList(node, row));
    return rows.orElseThrow(() -> new IllegalStateException(problems.list().toString()));
  }

  private static byte[] bytes(String file) {
    try (InputStream in = ShippedTable.class.getClassLoader().getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is missing from the jar");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
