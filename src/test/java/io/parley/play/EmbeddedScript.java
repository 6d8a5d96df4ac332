package io.parley.play;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.model.Case;
import io.parley.profile.Profiles;
import io.parley.scenario.Catalogue;
import io.parley.scenario.LoadContext;
import io.parley.scenario.Loaded;
import io.parley.target.Target;
import io.parley.target.Targets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

  private final Player player = Player.open(PlayerOptions.loopback());
  private final Target target =
      new Targets(Profiles.shipped()).open("embedded").start(player.calleeAddress());

  EmbeddedScript() {
    player.attach(target, Profiles.shipped(), List.of());
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
    List<Case> cases = load(text);
    assertThat(cases).hasSize(1);
    return player.play(cases.get(0));
  }

  private List<Case> load(String text) {
    try {
      Path folder = Files.createTempDirectory("script");
      Path steps = Files.createDirectory(folder.resolve("steps"));
      Path included = Files.writeString(steps.resolve("answered.yaml"), included());
      Path file = Files.writeString(folder.resolve("script.yaml"), text);
      Loaded loaded = Catalogue.load(List.of(file), context());
      for (Path path : List.of(file, included, steps, folder)) {
        Files.delete(path);
      }
      assertThat(loaded.problems()).isEmpty();
      return loaded.cases();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The file that an example on the page includes. */
  private static String included() throws IOException {
    String page = Files.readString(Path.of("scenarios/README.md"));
    return INCLUDED.matcher(page).results().map(m -> m.group(1)).findFirst().orElseThrow();
  }

  private LoadContext context() {
    return new LoadContext(
        Map.of(),
        List.of(),
        Map.of("name", target.name()),
        target.numbers(),
        Set.of("callee", "caller"),
        Map.of(),
        Map.of(),
        target.capabilities());
  }

  @Override
  public void close() {
    player.close();
    target.close();
  }
}
