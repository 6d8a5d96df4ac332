package io.parley.report.allure;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.report.SampleResults;
import java.util.Map;
import org.testng.annotations.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

public class ExecutorTests {
  private static JsonNode executor(Map<String, String> env) {
    String json = Executor.of(env, 7, SampleResults.run(1)).json();
    return new ObjectMapper().readTree(json);
  }

  private static String text(JsonNode executor, String field) {
    return executor.path(field).asString();
  }

  @Test
  public void withoutACiServerRunsAreCounted() {
    JsonNode e = executor(Map.of("HOME", "/root"));
    assertThat(text(e, "name")).isEqualTo("Parley 0.1.0");
    assertThat(text(e, "buildName")).isEqualTo("run 7");
    assertThat(e.path("buildOrder").asInt()).isEqualTo(7);
    assertThat(text(e, "reportName")).isEqualTo("Parley: embedded");
    assertThat(e.has("buildUrl")).isFalse();
  }

  @Test
  public void gitHubActionsNamesWorkflowRunAndAttempt() {
    JsonNode e =
        executor(
            Map.of(
                "GITHUB_ACTIONS", "true",
                "GITHUB_SERVER_URL", "https://github.example.com",
                "GITHUB_REPOSITORY", "voice/sbc",
                "GITHUB_WORKFLOW", "interop",
                "GITHUB_RUN_ID", "9001",
                "GITHUB_RUN_NUMBER", "42",
                "GITHUB_RUN_ATTEMPT", "2"));
    assertThat(text(e, "type")).isEqualTo("github");
    assertThat(text(e, "buildName")).isEqualTo("interop #42, attempt 2");
    assertThat(text(e, "buildUrl"))
        .isEqualTo("https://github.example.com/voice/sbc/actions/runs/9001/attempts/2");
    assertThat(text(e, "url")).isEqualTo("https://github.example.com/voice/sbc/actions");
    assertThat(e.path("buildOrder").asInt()).isEqualTo(42);
  }

  @Test
  public void gitLabNamesJobAndPipeline() {
    JsonNode e =
        executor(
            Map.of(
                "GITLAB_CI", "true",
                "CI_PROJECT_URL", "https://gitlab.example.com/voice/sbc",
                "CI_PIPELINE_IID", "13",
                "CI_JOB_NAME", "interop 1/2",
                "CI_JOB_URL", "https://gitlab.example.com/voice/sbc/-/jobs/77"));
    assertThat(text(e, "type")).isEqualTo("gitlab");
    assertThat(text(e, "buildName")).isEqualTo("interop 1/2 #13");
    assertThat(text(e, "buildUrl")).endsWith("/-/jobs/77");
    assertThat(e.path("buildOrder").asInt()).isEqualTo(13);
  }

  @Test
  public void jenkinsNamesJobAndBuild() {
    JsonNode e =
        executor(
            Map.of(
                "JENKINS_URL", "https://ci.example.com/",
                "JOB_NAME", "sbc/interop",
                "JOB_URL", "https://ci.example.com/job/sbc/",
                "BUILD_NUMBER", "5",
                "BUILD_URL", "https://ci.example.com/job/sbc/5/"));
    assertThat(text(e, "type")).isEqualTo("jenkins");
    assertThat(text(e, "buildName")).isEqualTo("sbc/interop #5");
    assertThat(text(e, "buildUrl")).isEqualTo("https://ci.example.com/job/sbc/5/");
    assertThat(e.path("buildOrder").asInt()).isEqualTo(5);
  }

  @Test
  public void aNumberThatIsNoneIsCountedByUs() {
    JsonNode e = executor(Map.of("GITLAB_CI", "true", "CI_PIPELINE_IID", "none"));
    assertThat(e.path("buildOrder").asInt()).isEqualTo(7);
  }
}
