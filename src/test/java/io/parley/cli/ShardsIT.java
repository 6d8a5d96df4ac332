package io.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.testng.annotations.BeforeClass;
import org.testng.annotations.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import tools.jackson.databind.JsonNode;

/** Cases in parts, in processes of their own, by the script that users are given. */
public class ShardsIT {
  private static final Path SCRIPT = Path.of("docker/ci/shards.sh").toAbsolutePath();

  private ScenarioFolder folder;

  /** Cases that pass, fail and are skipped, and some more, so that each part has a few. */
  @BeforeClass
  public void writeScenarios() {
    folder = ScenarioFolder.create();
    for (int i = 1; i <= 8; i++) {
      folder.scenario("good-" + i, "offer: secure-ice", "expect: { status: 200 }");
    }
    folder
        .scenario("wrong", "offer: { base: plain }", "expect: { status: 486 }")
        .scenario("no-srtp", "offer: { base: secure-ice, srtp: none }", "expect: { status: 488 }")
        .scenario("elsewhere", "offer: { base: plain }", "expect: { zoom-byoc: { status: 488 } }");
  }

  @Test
  public void threePartsMakeTheRunThatOneWouldHaveBeen() throws Exception {
    ParleyProcess.Ended whole =
        ParleyProcess.start(folder.path(), arguments("run", "--no-html", "--out", "whole")).ended();
    ParleyProcess.Ended parts = script("3", "parts");

    assertThat(parts.code()).as("%s", parts).isEqualTo(whole.code()).isEqualTo(1);
    assertThat(parts.out())
        .contains("shard 1/3", "shard 2/3", "shard 3/3")
        .contains(counts(whole.out()))
        .contains("wrong.yaml:4:");
    Results merged = new Results(folder.path().resolve("parts"));
    Results one = new Results(folder.path().resolve("whole"));
    assertThat(verdicts(merged.run())).isEqualTo(verdicts(one.run())).hasSizeGreaterThan(10);
    assertThat(allure(merged)).isEqualTo(allure(one));
    assertThat(junit(merged)).isEqualTo(junit(one));
    assertThat(merged.folder().resolve("allure-report/index.html")).isNotEmptyFile();
    for (JsonNode played : merged.run().path("cases")) {
      if (played.has("folder")) {
        assertThat(merged.folder().resolve(played.path("folder").asString()).resolve("trace.txt"))
            .isNotEmptyFile();
      }
    }
  }

  @Test
  public void aPartWithNothingToPlayIsNoError() throws Exception {
    ParleyProcess.Ended ended =
        ParleyProcess.start(
                folder.path(),
                arguments("run", "--no-html", "--shard", "7/5000", "--out", "nothing"))
            .ended();
    assertThat(ended.code()).as("%s", ended).isZero();
    assertThat(ended.out()).contains("shard 7/5000 has nothing to play");
  }

  @Test
  public void aUsageErrorIsToldOnceAndNothingIsMerged() throws Exception {
    ParleyProcess.Ended ended = script("2", "broken", "--profile", "no-such");
    assertThat(ended.code()).as("%s", ended).isEqualTo(2);
    assertThat(ended.err()).contains("part 1 of 2 played nothing", "no-such");
    assertThat(folder.path().resolve("broken/run.json")).doesNotExist();
  }

  @Test
  public void howManyPartsMustBeSaid() throws Exception {
    ParleyProcess.Ended ended =
        ParleyProcess.startCommand(folder.path(), Map.of(), List.of(SCRIPT.toString())).ended();
    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.err()).contains("usage:");
  }

  private ParleyProcess.Ended script(String parts, String out, String... more) {
    List<String> command = new ArrayList<>(List.of(SCRIPT.toString(), parts));
    command.addAll(List.of(arguments(more)));
    return ParleyProcess.startCommand(
            folder.path(),
            Map.of("OUT", out, "PARLEY", ParleyProcess.java() + " -jar " + ParleyProcess.jar()),
            command)
        .ended();
  }

  private static String[] arguments(String... arguments) {
    List<String> out = new ArrayList<>(List.of(arguments));
    out.addAll(List.of("--profile", "sipconnect", "--profile", "zoom-byoc"));
    for (int i = 1; i <= 8; i++) {
      out.add("good-" + i + ".yaml");
    }
    out.addAll(List.of("wrong.yaml", "no-srtp.yaml", "elsewhere.yaml"));
    return out.toArray(String[]::new);
  }

  /** {@code 40 passed, 2 failed}: what follows the time. */
  private static String counts(String printed) {
    return printed
        .lines()
        .filter(l -> l.matches("\\d+ cases in .*"))
        .map(l -> l.substring(l.indexOf(": ")))
        .findFirst()
        .orElseThrow();
  }

  private static Map<String, String> verdicts(JsonNode run) {
    Map<String, String> out = new TreeMap<>();
    for (JsonNode played : run.path("cases")) {
      String old = out.put(played.path("id").asString(), played.path("verdict").asString());
      assertThat(old).as("%s twice", played.path("id")).isNull();
    }
    return out;
  }

  private static Map<String, String> allure(Results results) throws Exception {
    Map<String, String> out = new TreeMap<>();
    for (JsonNode result : results.allure()) {
      for (JsonNode attachment : result.path("attachments")) {
        assertThat(
                results
                    .folder()
                    .resolve("allure-results")
                    .resolve(attachment.path("source").asString()))
            .exists();
      }
      out.put(
          result.path("fullName").asString(),
          result.path("status").asString() + result.path("attachments").size());
    }
    return out;
  }

  /** Each case with its outcome; attachments that are named are there. */
  private static Map<String, String> junit(Results results) throws Exception {
    Map<String, String> out = new TreeMap<>();
    NodeList cases = results.junit().getElementsByTagName("testcase");
    for (int i = 0; i < cases.getLength(); i++) {
      Element played = (Element) cases.item(i);
      for (String line : played.getTextContent().split("\n")) {
        if (line.startsWith("[[ATTACHMENT|")) {
          String file = line.substring("[[ATTACHMENT|".length(), line.length() - 2);
          assertThat(Files.exists(results.folder().getParent().resolve(file))).as(file).isTrue();
        }
      }
      out.put(
          played.getAttribute("name"),
          played.getAttribute("classname")
              + List.of("failure", "error", "skipped").stream()
                  .filter(e -> played.getElementsByTagName(e).getLength() > 0)
                  .toList());
    }
    return out;
  }
}
