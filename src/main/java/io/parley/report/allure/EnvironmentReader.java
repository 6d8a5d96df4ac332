package io.parley.report.allure;

import io.qameta.allure.Reader;
import io.qameta.allure.core.Configuration;
import io.qameta.allure.core.ResultsVisitor;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * Reads {@code environment.properties} for the report. Allure does that in its reader of version 1
 * results, which brings an XML binding along.
 */
final class EnvironmentReader implements Reader {

  @Override
  public void readResults(Configuration configuration, ResultsVisitor visitor, Path results) {
    Path file = results.resolve("environment.properties");
    if (!Files.exists(file)) {
      return;
    }
    Properties properties = new Properties();
    try (InputStream in = Files.newInputStream(file)) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": cannot be read", e);
    }
    Map<String, String> sorted = new TreeMap<>(Environment.ORDER);
    properties.forEach((k, v) -> sorted.put(k.toString(), v.toString()));
    visitor.visitExtra("environment", sorted);
  }
}
