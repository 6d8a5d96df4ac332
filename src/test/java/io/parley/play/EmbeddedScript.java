package io.parley.play;

import io.parley.Scratch;
import io.parley.peer.ScriptStage;
import io.parley.result.CaseResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;

/** Plays the steps of a scenario as they are written, with both legs, at the embedded SBC. */
final class EmbeddedScript implements AutoCloseable {
  private static final Pattern INCLUDED = Pattern.compile("(?s)```yaml\n(description: .*?)```");
  private static final Pattern BLOCK = Pattern.compile("(?s)```yaml\n(scenario: .*?)```");
  private static final String HEAD =
      """
      scenario: A script of a test
      id: script
      actors:
        caller: { offer: { base: plain, codecs: [PCMU, PCMA] } }
      steps:
        - caller: { send: INVITE }
        - callee: { receive: INVITE }
      """;

  private final ScriptStage stage;

  EmbeddedScript() {
    stage = ScriptStage.at("embedded");
  }

  /**
   * At an embedded SBC that keeps other times.
   *
   * @param times what stands under {@code embedded} in its target file
   */
  EmbeddedScript(String times) {
    try {
      Path file = Scratch.file("embedded-", ".yaml");
      Files.writeString(file, "target: embedded\nembedded: " + times + "\n");
      stage = ScriptStage.at(file.toString());
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Plays a call whose INVITE has reached the callee, followed by these steps. */
  CaseResult afterInvite(String steps) {
    return play(HEAD + steps.indent(2));
  }

  /** Plays the example with that id on the page about the language. */
  CaseResult example(String id) {
    try {
      String page = Files.readString(Path.of("scenarios/README.md"));
      String block =
          BLOCK
              .matcher(page)
              .results()
              .map(m -> m.group(1))
              .filter(b -> b.contains("\nid: " + id + "\n"))
              .findFirst()
              .orElseThrow();
      return play(block);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Plays a whole file with one case. */
  CaseResult play(String text) {
    try {
      return stage.play(text, Map.of("steps/answered.yaml", included()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The file that an example on the page includes. */
  private static String included() throws IOException {
    String page = Files.readString(Path.of("scenarios/README.md"));
    return INCLUDED.matcher(page).results().map(m -> m.group(1)).findFirst().orElseThrow();
  }

  @Override
  public void close() {
    stage.close();
  }
}
