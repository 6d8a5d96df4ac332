package io.parley.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.testng.SkipException;

/** Wireshark's dissectors, for a second opinion. */
public final class Tshark {
  private Tshark() {}

  /** The lines it prints; the test is skipped where it is not installed, but not in CI. */
  public static List<String> run(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("tshark"));
    command.addAll(List.of(arguments));
    Process process;
    try {
      process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    } catch (IOException e) {
      if (System.getenv("CI") == null) {
        throw new SkipException("tshark is not installed (Debian: apt-get install tshark)");
      }
      throw e;
    }
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return out.lines().toList();
  }
}
