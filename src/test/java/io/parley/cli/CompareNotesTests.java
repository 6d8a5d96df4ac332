package io.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.GoldenFile;
import io.parley.compare.RunFile;
import io.parley.run.ExitCode;
import io.parley.run.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.testng.annotations.Test;

/** Runs that can be compared in part, or not at all, and files with mistakes. */
public class CompareNotesTests extends ComparedRuns {
  @Test
  public void mistakesInItsFilesHaveTheirPlaces() throws IOException {
    both();
    Path accept = folder.resolve("accept.yaml");
    Files.writeString(
        accept,
        """
        - { kind: warnings, reason: x }
        - { kind: warning }
        - { reason: everything }
        - { to: "/(/", reason: x }
        - { kind: status, until: soon, reason: x }
        """);
    Path noise = folder.resolve("noise.yaml");
    Files.writeString(
        noise,
        """
        - { find: a, replace: b }
        - { header: Via, find: "[", replace: b }
        - { line: "a=x", find: "x", replace: "$1" }
        """);
    assertThatThrownBy(() -> compare("--accept", accept.toString(), "--noise", noise.toString()))
        .isInstanceOfSatisfying(
            UsageException.class,
            e ->
                GoldenFile.assertEquals(
                    "cli/compare-mistakes.txt", String.join("\n", e.lines()) + "\n"));
  }

  @Test
  public void runsThatCannotBeComparedAreRefused() throws IOException {
    new RunFile("2026-11-20T10:00:00Z").played("a", "passed").in(folder.resolve("before"));
    refused("does not exist");
    Files.createDirectories(folder.resolve("after"));
    refused("holds no run");
    new RunFile("2026-11-21T10:00:00Z").played("b", "passed").in(folder.resolve("after"));
    refused("have no case in common");
    new RunFile("2026-11-21T10:00:00Z").format(3).in(folder.resolve("after"));
    refused("newer Parley");
  }

  @Test
  public void anOlderRecordIsComparedByWhatItHas() {
    RunFile old = new RunFile("2026-11-20T10:00:00Z").format(1);
    old.played("a", "passed").played("b", "passed").in(folder.resolve("before"));
    new RunFile("2026-11-21T10:00:00Z")
        .played("a", "passed", "response/status", "488", "response/Server:", "x")
        .failed("b", "488", "answered 200 OK", "response/status", "200")
        .in(folder.resolve("after"));
    assertThat(compare()).isEqualTo(ExitCode.FAILED);
    assertThat(shown())
        .contains("written by an older Parley (format 1)")
        .contains("regression")
        .doesNotContain("Server");
  }

  @Test
  public void aRunThatWasKilledIsComparedAsFarAsItGoes() throws IOException {
    before().in(folder.resolve("before"));
    String text = after().text();
    Path file = after().in(folder.resolve("after")).resolve("run.json");
    Files.writeString(file, text.substring(0, text.indexOf("codec-order") + 40));
    assertThat(compare()).isEqualTo(ExitCode.FAILED);
    assertThat(shown())
        .contains("the second run is cut off (1:")
        .contains("cases are in it")
        .doesNotContain("only-before");
    Files.writeString(file, after().end("running").about("planned", 500).text());
    out.reset();
    compare();
    assertThat(shown()).contains("was killed, or goes on: 9 of 500 cases are in it");
  }

  @Test
  public void otherTargetsAndScenariosAreSaid() {
    new RunFile("2026-11-20T10:00:00Z").played("a", "passed").in(folder.resolve("before"));
    new RunFile("2026-11-19T10:00:00Z")
        .about("target", "other-sbc")
        .about("version", "0.2.0")
        .played("a", "passed")
        .hash("a", "fedcba9876543210")
        .in(folder.resolve("after"));
    assertThat(compare()).isEqualTo(ExitCode.PASSED);
    assertThat(shown().replaceAll("\\s+", " "))
        .contains("different targets: lab-sbc before, other-sbc after")
        .contains("different versions of Parley: 0.1.0 before, 0.2.0 after")
        .contains("are they swapped?")
        .contains("the scenario of 1 case was changed between the runs");
  }

  private void refused(String why) {
    assertThatThrownBy(this::compare).isInstanceOf(UsageException.class).hasMessageContaining(why);
  }
}
