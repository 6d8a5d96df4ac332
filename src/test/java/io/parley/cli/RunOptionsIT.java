package io.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.testng.annotations.BeforeClass;
import org.testng.annotations.Test;

/** What the options of {@code run}, {@code validate} and {@code list} do, in processes. */
public class RunOptionsIT {
  private static final String PLAIN = "offer: { base: plain, codecs: [\"${vars.codec}\"] }";

  private ScenarioFolder folder;

  @BeforeClass
  public void writeScenarios() {
    folder =
        ScenarioFolder.create()
            .scenario(
                "a-wrong",
                "vars: { codec: PCMU }",
                "tags: [first]",
                PLAIN,
                "expect: { status: 486 }")
            .scenario(
                "b-good",
                "vars: { codec: PCMU }",
                "tags: [second]",
                PLAIN,
                "expect: { status: 200 }")
            .scenario(
                "c-good",
                "vars: { codec: PCMU }",
                "tags: [second]",
                PLAIN,
                "expect: { status: 200 }");
  }

  @Test
  public void failFastStartsNothingAfterTheFirstFailure() throws Exception {
    ParleyProcess.Ended ended = run("ff", "--fail-fast", "--workers", "1");
    assertThat(ended.code()).as("%s", ended).isEqualTo(1);
    assertThat(ended.out())
        .contains("1 failed, 2 skipped", "not played: --fail-fast after a-wrong@sipconnect");
    assertThat(results("ff").allure("skipped")).isEqualTo(2);
  }

  @Test
  public void tagsSelect() throws Exception {
    ParleyProcess.Ended ended = run("tag", "--tag", "second");
    assertThat(ended.code()).as("%s", ended).isZero();
    assertThat(results("tag").allure()).hasSize(2);
  }

  @Test
  public void setReplacesAVariable() throws Exception {
    ParleyProcess.Ended ended = run("set", "--tag", "second", "--set", "codec=PCMA");
    assertThat(ended.code()).as("%s", ended).isZero();
    Path trace = folder.path().resolve("set/evidence/b-good@sipconnect/trace.txt");
    assertThat(Files.readString(trace)).contains("PCMA/8000").doesNotContain("PCMU");
  }

  @Test
  public void labelsGoIntoTheRecord() {
    run("label", "--tag", "second", "--label", "build=1234");
    assertThat(results("label").run().path("run").path("labels").path("build").asString())
        .isEqualTo("1234");
  }

  @Test
  public void numbersAreMaskedOnDemand() throws Exception {
    run("mask", "--tag", "second", "--mask-numbers");
    String trace =
        Files.readString(folder.path().resolve("mask/evidence/b-good@sipconnect/trace.txt"));
    assertThat(trace).contains("INVITE sip:").doesNotContain("sip:+1555010");
  }

  @Test
  public void withoutHtmlThereIsNoReportFolder() {
    run("plain", "--tag", "second");
    assertThat(folder.path().resolve("plain/allure-report")).doesNotExist();
    assertThat(folder.path().resolve("plain/junit.xml")).isNotEmptyFile();
  }

  @Test
  public void listNamesEachCase() {
    ParleyProcess.Ended ended =
        start("list", folder.path().toString(), "--profile", "sipconnect", "--tag", "second");
    assertThat(ended.code()).isZero();
    assertThat(ended.out().lines())
        .containsExactly("b-good@sipconnect  A plain call", "c-good@sipconnect  A plain call");
  }

  @Test
  public void validateCounts() {
    ParleyProcess.Ended ended = start("validate", folder.path().toString());
    assertThat(ended.code()).isZero();
    assertThat(ended.out()).startsWith("no problems in 3 scenario files");
  }

  private ParleyProcess.Ended run(String out, String... more) {
    List<String> arguments =
        new java.util.ArrayList<>(
            List.of(
                "run",
                folder.path().toString(),
                "--no-html",
                "--profile",
                "sipconnect",
                "--out",
                folder.path().resolve(out).toString()));
    arguments.addAll(List.of(more));
    return start(arguments.toArray(String[]::new));
  }

  private ParleyProcess.Ended start(String... arguments) {
    return ParleyProcess.start(folder.path(), arguments).ended();
  }

  private Results results(String out) {
    return new Results(folder.path().resolve(out));
  }
}
