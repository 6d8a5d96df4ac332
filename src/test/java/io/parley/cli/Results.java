package io.parley.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a run left on disk, read back by readers that are not ours. */
record Results(Path folder) {
  private static final JsonMapper JSON = new JsonMapper();

  /** Every Allure result; one that does not parse fails. */
  List<JsonNode> allure() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("allure-results"))) {
      return files
          .filter(f -> f.getFileName().toString().endsWith("-result.json"))
          .map(f -> JSON.readTree(f.toFile()))
          .toList();
    }
  }

  /** How many Allure results have this status. */
  long allure(String status) throws IOException {
    return allure().stream().filter(r -> r.path("status").asString().equals(status)).count();
  }

  /** The JUnit file. */
  Document junit() throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(folder.resolve("junit.xml").toFile());
  }

  /** The run record. */
  JsonNode run() {
    return JSON.readTree(folder.resolve("run.json").toFile());
  }
}
