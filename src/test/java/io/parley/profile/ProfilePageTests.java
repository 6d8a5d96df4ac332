package io.parley.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.Scratch;
import io.parley.yaml.Key;
import io.parley.yaml.Problems;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.testng.annotations.Test;

/**
 * The page on the language says how a profile is written: all of it, with one that can be copied.
 */
public class ProfilePageTests {
  private static final String FENCE = "```yaml\n";

  @Test
  public void theExampleIsAProfile() throws IOException {
    String section = section();
    int from = section.indexOf(FENCE + "profile: ") + FENCE.length();
    Path folder = Scratch.folder("profile-");
    Files.writeString(
        folder.resolve("our-trunk.yaml"), section.substring(from, section.indexOf("```", from)));
    Problems problems = new Problems();
    Optional<Profile> profile = Profiles.load(folder, problems).get("our-trunk");
    assertThat(problems.list()).isEmpty();
    assertThat(profile.orElseThrow().rules())
        .extracting(Rule::condition)
        .containsSubsequence(
            Condition.OFFER_MISSING, Condition.AUDIO_MISSING, Condition.SRTP_MISSING);
  }

  @Test
  public void everyConditionAndEveryKeyIsThere() throws IOException {
    String section = section();
    assertThat(Condition.labels()).allSatisfy(c -> assertThat(section).contains("`" + c + "`"));
    assertThat(Stream.of(ProfileFile.class.getRecordComponents()).map(ProfilePageTests::key))
        .allSatisfy(k -> assertThat(section).contains("`" + k + "`"));
  }

  private static String key(RecordComponent component) {
    Key renamed = component.getAnnotation(Key.class);
    if (component.getName().equals("at")) {
      return "profile";
    }
    return renamed != null
        ? renamed.value()
        : component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }

  private static String section() throws IOException {
    String page = Files.readString(Path.of("scenarios/README.md"));
    int from = page.indexOf("\n## Profiles\n") + 1;
    return page.substring(from, page.indexOf("\n## ", from));
  }
}
