package io.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.Scratch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.testng.annotations.Test;

/** The jar alone, in an empty folder, without Maven and without the source tree. */
public class JarIT {

  @Test
  public void theJarPlaysTheShippedScenariosAlone() throws Exception {
    Path folder = Scratch.folder("alone-");
    Path jar = Files.copy(ParleyProcess.jar(), folder.resolve("parley.jar"));

    ParleyProcess.Ended ended = ParleyProcess.start(folder, jar, Map.of(), "run").ended(300);

    assertThat(ended.code()).as("%s", ended).isZero();
    assertThat(ended.err()).isEmpty();
    Results results = new Results(folder.resolve("reports"));
    int cases = results.junit().getElementsByTagName("testcase").getLength();
    assertThat(cases).isGreaterThan(100);
    assertThat(results.allure()).hasSize(cases);
    assertThat(results.allure("passed")).isPositive();
    assertThat(results.allure("failed") + results.allure("broken")).isZero();
    assertThat(folder.resolve("reports/allure-report/index.html")).isNotEmptyFile();
    assertThat(results.run().isObject()).isTrue();
  }

  @Test
  public void theVersionIsTheOneThatWasBuilt() throws Exception {
    Path folder = Scratch.folder("version-");
    ParleyProcess.Ended ended = ParleyProcess.start(folder, "--version").ended();
    assertThat(ended.code()).isZero();
    assertThat(ended.out()).matches("parley \\d+\\.\\d+\\.\\d+\\S*\n");
  }
}
