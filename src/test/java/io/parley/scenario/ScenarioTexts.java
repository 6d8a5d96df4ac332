package io.parley.scenario;

import io.parley.Scratch;
import io.parley.scenario.context.LoadContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Loads scenarios from texts, through files in a folder of their own. */
final class ScenarioTexts {
  private ScenarioTexts() {}

  /** What loading the texts gives. */
  static Loaded load(LoadContext context, String... texts) {
    try {
      Path folder = Scratch.folder("scenarios-");
      for (int i = 0; i < texts.length; i++) {
        Files.writeString(folder.resolve("s" + i + ".yaml"), texts[i]);
      }
      Loaded loaded = Catalogue.load(List.of(folder), context);
      for (int i = 0; i < texts.length; i++) {
        Files.delete(folder.resolve("s" + i + ".yaml"));
      }
      Files.delete(folder);
      return loaded;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
