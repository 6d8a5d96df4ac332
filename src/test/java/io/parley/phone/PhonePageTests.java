package io.parley.phone;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.Scratch;
import io.parley.yaml.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.testng.annotations.Test;

/** The phone that the page on the language shows is a phone. */
public class PhonePageTests {
  private static final String FENCE = "```yaml\n";

  @Test
  public void theExampleIsRead() throws IOException {
    String page = Files.readString(Path.of("scenarios/README.md"));
    int from = page.indexOf(FENCE + "phone: ") + FENCE.length();
    String sheet = page.substring(from, page.indexOf("```", from));
    Path file = Scratch.folder("phone-").resolve("desk-1.yaml");
    Files.writeString(file, sheet);
    Problems problems = new Problems();
    assertThat(new Phones(Path.of("nowhere")).find(file.toString(), problems))
        .as(problems.list().toString())
        .isPresent();
  }
}
