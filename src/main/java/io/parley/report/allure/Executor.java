package io.parley.report.allure;

import io.parley.report.Json;
import io.parley.result.RunInfo;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Who started a run: the job of a CI server, as the variables say that the server sets, else
 * somebody at a terminal.
 *
 * @param name of the server
 * @param type the name Allure has a picture for
 * @param url the project at the server
 * @param build its name, and the name of the run in trends
 * @param buildUrl where its log is
 * @param order its number; trends are drawn in this order
 * @param report what the report is called
 * @see <a href="https://docs.github.com/actions/reference/workflows-and-actions/variables">GitHub
 *     Actions: variables</a>
 * @see <a href="https://docs.gitlab.com/ci/variables/predefined_variables/">GitLab: predefined
 *     CI/CD variables</a>
 * @see <a href="https://www.jenkins.io/doc/book/pipeline/jenkinsfile/#using-environment-variables">
 *     Jenkins: environment variables</a>
 */
record Executor(
    String name,
    String type,
    Optional<String> url,
    String build,
    Optional<String> buildUrl,
    int order,
    String report) {

  /**
   * Who it is.
   *
   * @param env the environment of this process
   * @param next the number of the run where no server counts
   */
  static Executor of(Map<String, String> env, int next, RunInfo run) {
    String report = "Parley: " + run.target();
    if (env.getOrDefault("GITHUB_ACTIONS", "").equals("true")) {
      return github(env, next, report);
    }
    if (env.containsKey("GITLAB_CI")) {
      return gitlab(env, next, report);
    }
    if (env.containsKey("JENKINS_URL") || env.containsKey("JENKINS_HOME")) {
      return jenkins(env, next, report);
    }
    Optional<String> none = Optional.empty();
    return new Executor(
        "Parley " + run.version(), "parley", none, "run " + next, none, next, report);
  }

  private static Executor github(Map<String, String> env, int next, String report) {
    Optional<String> project =
        value(env, "GITHUB_REPOSITORY")
            .map(r -> env.getOrDefault("GITHUB_SERVER_URL", "https://github.com") + "/" + r);
    String again = value(env, "GITHUB_RUN_ATTEMPT").filter(a -> !a.equals("1")).orElse("");
    Optional<String> log =
        project.flatMap(p -> value(env, "GITHUB_RUN_ID").map(id -> p + "/actions/runs/" + id));
    int order = number(env, "GITHUB_RUN_NUMBER", next);
    String build = env.getOrDefault("GITHUB_WORKFLOW", "run") + " #" + order;
    return new Executor(
        "GitHub Actions",
        "github",
        project.map(p -> p + "/actions"),
        again.isEmpty() ? build : build + ", attempt " + again,
        log.map(l -> again.isEmpty() ? l : l + "/attempts/" + again),
        order,
        report);
  }

  private static Executor gitlab(Map<String, String> env, int next, String report) {
    int order = number(env, "CI_PIPELINE_IID", next);
    return new Executor(
        "GitLab CI",
        "gitlab",
        value(env, "CI_PROJECT_URL"),
        env.getOrDefault("CI_JOB_NAME", "pipeline") + " #" + order,
        value(env, "CI_JOB_URL").or(() -> value(env, "CI_PIPELINE_URL")),
        order,
        report);
  }

  private static Executor jenkins(Map<String, String> env, int next, String report) {
    int order = number(env, "BUILD_NUMBER", next);
    return new Executor(
        "Jenkins",
        "jenkins",
        value(env, "JOB_URL").or(() -> value(env, "JENKINS_URL")),
        env.getOrDefault("JOB_NAME", "build") + " #" + order,
        value(env, "BUILD_URL"),
        order,
        report);
  }

  private static Optional<String> value(Map<String, String> env, String name) {
    return Optional.ofNullable(env.get(name)).filter(v -> !v.isBlank());
  }

  private static int number(Map<String, String> env, String name, int otherwise) {
    return value(env, name)
        .filter(v -> v.matches("\\d{1,9}"))
        .map(Integer::parseInt)
        .orElse(otherwise);
  }

  /** The text of {@code executor.json}. */
  String json() {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("name", name);
    out.put("type", type);
    out.put("url", url);
    out.put("buildName", build);
    out.put("buildUrl", buildUrl);
    out.put("buildOrder", order);
    out.put("reportName", report);
    return Json.of(out) + "\n";
  }
}
